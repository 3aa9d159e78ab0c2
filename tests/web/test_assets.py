"""The design system is fetched, checked, and done without where it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from cydwaith.web import assets


def test_other_bytes_are_not_taken() -> None:
    assert not assets.is_genuine(b"something else")


def test_without_a_registry_it_says_so_and_carries_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    assert assets.fetch(tmp_path / "govuk") is False
    assert capsys.readouterr().out.count("\n") == 1
    assert not (tmp_path / "govuk").exists()


@pytest.mark.parametrize("named", ["npm_config_registry", "NPM_CONFIG_REGISTRY"])
def test_the_users_own_registry_is_asked(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in assets.REGISTRY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(named, "https://registry.example/")
    assert assets._registry() == "https://registry.example"


def test_a_registry_may_stand_in_the_users_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in assets.REGISTRY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    settings = tmp_path / "npmrc"
    settings.write_text("fund=false\nregistry = https://registry.example/npm/\n")
    monkeypatch.setenv("NPM_CONFIG_USERCONFIG", str(settings))
    assert assets._registry() == "https://registry.example/npm"
    settings.write_text("")
    assert assets._registry() is None


def test_what_is_kept_has_no_fonts_and_asks_for_nothing(examples, tmp_path: Path) -> None:
    assert assets.fetch(tmp_path / "govuk")
    style = (tmp_path / "govuk" / assets.STYLE).read_text()
    assert "url(" not in style
    assert "GDS Transport" not in style
    assert "sourceMappingURL" not in style
    assert assets.is_installed(tmp_path / "govuk")
