use super::{HelpArticle, Writer};
use crate::language::Language;

/// For supervisors.
pub(super) fn article(language: Language) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say(
            "Supervisors see to it that the review keeps its time, disable and restore codes, and keep the working days. They review as well.",
            "审核主管负责审核时限、停用与恢复授权码以及工作日历，也可以参与审核。",
        ),
        sections: vec![
            w.section("Who reviews what", "分派审核", vec![
                w.paragraph(
                    "The Dashboard says what waits, what is overdue and who has claimed how much. Reassign on an application’s page gives it to another reviewer.",
                    "“统计”显示待审核和已逾期的数量，以及每位审核员认领的数量。可在申请页点击“改派”，交给其他审核员。",
                ),
            ]),
            w.section("Authorization codes", "备案授权码", vec![
                w.points([
                    (
                        "Disable asks for a reason, which the code’s owner reads. An application that uses the code is put on hold, and its holder is told why.",
                        "“停用”须填写原因，授权码所有者会看到。使用该授权码的申请将暂停，并告知其备案用户原因。",
                    ),
                    (
                        "Restore undoes that, and the application goes on. It takes a second person: whoever disabled the code cannot restore it.",
                        "“恢复”可撤销停用，暂停的申请继续办理。恢复须由另一人操作，停用者本人不能恢复。",
                    ),
                ]),
            ]),
            w.section("Working days", "工作日历", vec![
                w.steps([
                    (
                        "Open Working Calendar when the State Council has published the holidays of the next year, which it does in the autumn before.",
                        "国务院办公厅通常在前一年秋季公布放假安排，公布后打开“工作日历”。",
                    ),
                    (
                        "Enter the days off and the days that are worked at weekends, and the number of the notice.",
                        "录入放假日期、周末上班日期和通知文号。",
                    ),
                    (
                        "Put the year in force. Due dates that were provisional count with it from then on.",
                        "点击“生效”。此前暂定的截止日期将按此计算。",
                    ),
                ]),
            ]),
            w.section("Looking back", "查阅记录", vec![
                w.points([
                    (
                        "Audit Trail: who did what and when; it can be filtered and exported. It cannot be changed.",
                        "“审计记录”：谁在何时做了什么，可筛选和导出，不能修改。",
                    ),
                    (
                        "Archive: accesses of all holders that have ended, with what was on record.",
                        "“归档”：所有已取消的接入及其备案信息。",
                    ),
                ]),
            ]),
        ],
    }
}
