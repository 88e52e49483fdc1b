"""The pages of the presets, and their index."""

from yuandi.docs.fields import NOTE
from yuandi.load.policy import preset_names, preset_page


def preset_pages() -> dict[str, str]:
    """Return the page of each preset and the index, by path."""
    written = {name: preset_page(name) or "" for name in preset_names()}
    pages = {f"presets/{name}.md": f"{NOTE}{page}" for name, page in written.items()}
    rows = "".join(f"| [{name}]({name}.md) | {_title(page)} |\n" for name, page in written.items())
    pages["presets/index.md"] = (
        f"{NOTE}# 预设\n\n随附的制度，每套出自一份文件。在 `_data/policy.yml` 里写 `extends: [名称]` 采用，再写自己的改动。\n\n"
        f"| 名称 | 出自 |\n|---|---|\n{rows}"
    )
    return pages


def _title(page: str) -> str:
    return page.partition("\n")[0].partition(" · ")[2]
