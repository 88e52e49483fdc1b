"""`yuandi publish TARGET`: publish the built site, or restore the previous one with `--rollback`."""

from importlib.resources import files
from pathlib import Path

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text
from yuandi.cli.options import lang_option, portal_option
from yuandi.content.settings import read_settings
from yuandi.publishing.publish import release_name, target_of


@click.command()
@click.argument("target")
@portal_option
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="已生成的网站，缺省为 mkdocs.yml 所定。")
@click.option("--rollback", is_flag=True, help="恢复上一次发布的网站。")
@click.option("--nginx", is_flag=True, help="不发布，只打印 TARGET 的 nginx 配置。")
@click.option("--listen", default="80", help="nginx 监听的端口或地址。", show_default=True)
@click.option("--server-name", default="_", help="nginx 的 server_name。", show_default=True)
@lang_option
def publish(
    target: str,
    portal: Path,
    site_dir: Path | None,
    rollback: bool,
    nginx: bool,
    listen: str,
    server_name: str,
    lang: Lang,
) -> None:
    """把生成好的网站发布到 TARGET：一个文件夹，或 用户@主机:路径（经 rsync 和 ssh）。

    网站的根是 TARGET/current。新网站齐备之后才一步换上；TARGET/releases 里留有最近几次的。
    """
    if nginx:
        origin = _origin(portal)
        click.echo(nginx_example(target, listen, server_name, origin), nl=False)
    elif rollback:
        release = target_of(target).roll_back()
        click.echo(Text(f"已恢复 {release} 发布的网站。", f"Restored the site of {release}.").say(lang))
    else:
        site = (site_dir or read_settings(portal).site).resolve()
        _expect_site(site)
        release = release_name()
        target_of(target).publish(site, release)
        click.echo(Text(f"已发布到 {target}（{release}）。", f"Published to {target} ({release}).").say(lang))


def _expect_site(site: Path) -> None:
    if not (site / "index.html").is_file():
        raise YuandiError(
            Text(
                f"{site} 里没有网站，请先运行 `yuandi build`。",
                f"There is no site in {site}. Run `yuandi build` first.",
            )
        )


def _origin(portal: Path) -> str | None:
    """Return the host that the CMS of the portal saves to; None without a CMS."""
    settings = read_settings(portal) if (portal / "mkdocs.yml").is_file() else None
    return settings.cms.origin if settings and settings.cms else None


def nginx_example(target: str, listen: str, name: str, origin: str | None = None) -> str:
    """Return the nginx configuration of a target; `origin` is the host that the CMS connects to.

    Raises YuandiError for a path that cannot be written into one.
    """
    folder = target.rpartition(":")[2].rstrip("/")
    if any(char in folder + (origin or "") for char in "\"'{};\n$ "):
        raise YuandiError(
            Text(f"`{folder}` 不能写进 nginx 配置。", f"`{folder}` cannot be written into an nginx configuration.")
        )
    deploy = files("yuandi.publishing") / "deploy"
    admin = (deploy / "nginx-admin.conf").read_text("utf-8").format(origin=origin) if origin else ""
    return (deploy / "nginx.conf").read_text("utf-8").format(target=folder, listen=listen, name=name, admin=admin)
