"""A notice that is sound, one with an error and one with a warning, and where each stands."""

SOUND = """\
---
type: notice
kind: notice
title: 关于开展读书月活动的通知
date: 2026-03-05
---

正文。
"""
ERROR = SOUND.replace("---\n\n", "unit: fianance\n---\n\n")
WARNING = SOUND.replace("---\n\n", "tags: [010]\n---\n\n")
A = "content/notices/a.md"
