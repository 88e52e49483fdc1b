"""The portal in an editor: findings while typing, completion, help, definitions, renaming, fixes.

`session` keeps the portal and its report. The other modules answer one question each, from values. Only `server`,
`features` and `to_protocol` know the protocol.
"""
