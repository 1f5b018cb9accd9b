//! The reply document inside an answer. Nothing is required but `msg_code`: the official
//! schemas ask for texts of exactly 256 characters, which no authority sends.

use super::xml_read::{child, children, code, number, parse, text, text_of};
use ports::authority::{AuthorityError, FilingStatus};

/// Everything a reply of any method can hold.
#[derive(Debug, Default)]
pub(super) struct Reply {
    pub(super) code: i32,
    pub(super) text: String,
    /// `dataSequences`
    pub(super) missing: Vec<i64>,
    /// `fileInfos`
    pub(super) file: Option<FileInfo>,
    /// `StatusInfo`
    pub(super) status: Option<FilingStatus>,
    /// `VerifyRes`: 0 is right, 1 is wrong.
    pub(super) verdict: Option<i64>,
}

/// `fileInfos`; the fields of a file that was never sent are empty.
#[derive(Debug, Default)]
pub(super) struct FileInfo {
    pub(super) encrypted: bool,
    pub(super) sequence: i64,
    pub(super) name: String,
    pub(super) data: String,
    pub(super) hash: String,
}

pub(super) fn read(xml: &str) -> Result<Reply, AuthorityError> {
    let unreadable = |problem: &str| AuthorityError::Unreadable(problem.to_owned());
    let document = parse(xml).map_err(|error| AuthorityError::Unreadable(error.to_string()))?;
    let root = document.root_element();
    let file = match child(root, "fileInfos") {
        None => None,
        Some(node) => {
            for algorithm in ["hashAlgorithm", "compressionFormat"] {
                if number(node, algorithm).unwrap_or(0) != 0 {
                    return Err(unreadable("a file with an unknown algorithm"));
                }
            }
            let part = |name| text(node, name).unwrap_or_default();
            Some(FileInfo {
                encrypted: match number(node, "encryptAlgorithm") {
                    None | Some(0) => false,
                    Some(1) => true,
                    Some(_) => return Err(unreadable("a file with an unknown algorithm")),
                },
                sequence: number(node, "dataSequence").unwrap_or(0),
                name: part("return_FileName"),
                data: part("beianInfo"),
                hash: part("beianInfoHash"),
            })
        }
    };
    let status = child(root, "StatusInfo").and_then(|node| match number(node, "Bazt")? {
        0 => Some(FilingStatus::Filed {
            entity_license_number: text(node, "Ztbah")?,
            website_license_number: text(node, "Wzbah"),
            website_name: text(node, "Wzmc"),
        }),
        1 => Some(FilingStatus::NotFiled),
        _ => None,
    });
    let missing = child(root, "dataSequences").map(|node| {
        children(node, "dataSequence")
            .filter_map(|number| text_of(number).parse().ok())
            .collect()
    });
    Ok(Reply {
        code: code(root, "msg_code").ok_or_else(|| unreadable("a reply without msg_code"))?,
        text: text(root, "msg").unwrap_or_default(),
        missing: missing.unwrap_or_default(),
        file,
        status,
        verdict: number(root, "VerifyRes"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_the_specification() {
        let gap = read("<return version=\"V.3.0\"><msg_code>14</msg_code><msg>本次上载没有受理</msg><dataSequences><dataSequence>501</dataSequence></dataSequences></return>").unwrap();
        assert_eq!((gap.code, gap.missing), (14, vec![501]));
        let file = read("<return version=\"V.3.0\"><msg_code>3</msg_code><msg>x</msg><fileInfos><hashAlgorithm>0</hashAlgorithm><compressionFormat>0</compressionFormat><encryptAlgorithm>1</encryptAlgorithm><return_FileName>20240102150405_zj_1.xml</return_FileName><beianInfo>UEsDBA==</beianInfo><beianInfoHash>9fq6VgG8bDFoWECeX62u2Q==</beianInfoHash></fileInfos></return>").unwrap().file.unwrap();
        assert!(
            file.encrypted && file.name == "20240102150405_zj_1.xml" && file.data == "UEsDBA=="
        );
        let never = read("<return version=\"V.3.0\"><msg_code>0</msg_code><msg>操作成功</msg><fileInfos><hashAlgorithm>0</hashAlgorithm><compressionFormat>0</compressionFormat><encryptAlgorithm>0</encryptAlgorithm><dataSequence>0</dataSequence><return_FileName></return_FileName><beianInfo></beianInfo><beianInfoHash></beianInfoHash></fileInfos></return>").unwrap();
        assert_eq!(never.file.unwrap().sequence, 0);
        let filed = read("<return version=\"V.3.0\"><msg_code>0</msg_code><msg>操作成功</msg><StatusInfo><Cxtjlx>0</Cxtjlx><Cxtj>example.cn</Cxtj><Wzmc>示例科技官方网站</Wzmc><Ztbah>浙ICP备00000001号</Ztbah><Wzbah>浙ICP备00000001号-1</Wzbah><Bazt>0</Bazt></StatusInfo></return>").unwrap();
        assert_eq!(
            filed.status,
            Some(FilingStatus::Filed {
                entity_license_number: "浙ICP备00000001号".to_owned(),
                website_license_number: Some("浙ICP备00000001号-1".to_owned()),
                website_name: Some("示例科技官方网站".to_owned()),
            })
        );
        let not_filed = read("<return version=\"V.3.0\"><msg_code>0</msg_code><msg>操作成功</msg><StatusInfo><Cxtjlx>0</Cxtjlx><Cxtj>example.org</Cxtj><Bazt>1</Bazt></StatusInfo></return>").unwrap();
        assert_eq!(not_filed.status, Some(FilingStatus::NotFiled));
        let verdict = read("<return><msg_code> 0 </msg_code><msg>操作成功</msg><VerifyRes> 0 </VerifyRes></return>").unwrap();
        assert_eq!((verdict.code, verdict.verdict), (0, Some(0)));
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for reply in [
            "",
            "<return/>",
            "<return><msg_code>x</msg_code></return>",
            "<return><msg_code>0</msg_code><fileInfos><encryptAlgorithm>2</encryptAlgorithm></fileInfos></return>",
        ] {
            assert!(
                matches!(read(reply), Err(AuthorityError::Unreadable(_))),
                "{reply}"
            );
        }
    }
}
