use super::{HelpArticle, Writer};
use crate::language::Language;

/// How the pages can be used, and what to do when something is in the way.
pub(super) fn article(language: Language) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say(
            "These pages are made for everybody. They aim at level AA of the Web Content Accessibility Guidelines 2.2.",
            "本系统面向所有人，以《Web 内容无障碍指南》（WCAG）2.2 的 AA 级为目标。",
        ),
        sections: vec![
            w.section("How they can be used", "使用方式", vec![
                w.points([
                    (
                        "With the keyboard alone: Skip to content is the first stop of every page, and what has the focus is outlined.",
                        "仅用键盘：每个页面的第一个焦点是“跳到正文”，当前焦点有明显轮廓。",
                    ),
                    (
                        "With a screen reader: pages have headings, landmarks and named fields, and errors are read out beside their field.",
                        "使用读屏软件：页面有标题、区域和字段名称，错误提示与对应字段相关联。",
                    ),
                    (
                        "On a phone and with large text: nothing scrolls sideways from 320 pixels on.",
                        "在手机上或放大文字时：宽度 320 像素起无需左右滚动。",
                    ),
                    (
                        "Light or dark, and without motion, as your system is set.",
                        "浅色或深色、减少动态效果，均跟随系统设置。",
                    ),
                    (
                        "Without JavaScript: every form works. What changes while a page is open is then shown after you load it again.",
                        "不启用 JavaScript：所有表单均可使用，页面上的最新变化需刷新后显示。",
                    ),
                    (
                        "No status is told by color alone.",
                        "任何状态都不只用颜色表示。",
                    ),
                ]),
            ]),
            w.section("How that is checked", "检查方式", vec![
                w.paragraph(
                    "Every page is checked by a program (axe) in light and dark, on a desktop and on a phone, before a version is made. Programs do not find everything, and no independent body has tested these pages.",
                    "每个版本发布前，所有页面都会用工具（axe）在浅色和深色、电脑和手机上检查。工具不能发现所有问题，本系统尚未经过独立机构测评。",
                ),
            ]),
            w.section("If something is in the way", "遇到障碍时", vec![
                w.paragraph(
                    "Write or call: say which page it is, what you wanted to do, and what you use.",
                    "请来信或致电，说明所在页面、想办理的事项和使用的软件。",
                ),
            ]),
        ],
    }
}
