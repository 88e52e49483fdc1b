"""The portal in an editor: findings while typing, completion, help, definitions, renaming, fixes.

`desk` keeps the portal and its report; the other modules answer one question each, from values; `server` speaks the
protocol, and is the only one that knows it together with `shown`.
"""
