use super::*;
use ports::authority::Operation;
use std::net::Ipv4Addr;

fn download(parts: &str) -> Vec<Document> {
    read(&format!(
        "<?xml version=\"1.0\" encoding=\"GBK\"?><DownloadData version=\"V.3.0\">{parts}</DownloadData>"
    ))
}

#[test]
fn an_approval_with_an_opinion() {
    let documents = download(
        "<ICP><BAJG><Jg_xx><Jgxx><Jgdm>1001</Jgdm><Dmms>管局审核通过</Dmms></Jgxx><Czlx>5</Czlx>\
         <Bs>330000123456</Bs></Jg_xx><GJSHS><Gjsh><Shrxm>王五</Shrxm><Shsj>2024-01-02</Shsj>\
         <Shyj>同意取消接入</Shyj><Shjg>1</Shjg><Czlx>5</Czlx><Jlid>330000123456</Jlid></Gjsh></GJSHS></BAJG></ICP>",
    );
    let [Document::Results { results, opinions }] = documents.as_slice() else {
        panic!("{documents:?}")
    };
    assert_eq!(results[0].operation, Some(Operation::CancelAccess));
    assert_eq!(results[0].key.as_deref(), Some("330000123456"));
    assert_eq!(results[0].lines[0].code, 1001);
    assert!(opinions[0].approved);
    assert_eq!(opinions[0].record_id, Some(330_000_123_456));
    assert_eq!(opinions[0].text.as_deref(), Some("同意取消接入"));
}

#[test]
fn what_the_schema_forbids_but_the_prose_describes_is_read() {
    let documents = download(
        "<ICP><ZXSJ><Zxxx><Zxlb>2</Zxlb><Jlid>7</Jlid></Zxxx></ZXSJ>\
         <BAJG><Jg_xx><Jgxx><Jgdm>1060</Jgdm></Jgxx><Czlx>35</Czlx></Jg_xx></BAJG><BAJG/></ICP>",
    );
    assert_eq!(
        documents[0],
        Document::Cancellations {
            records: vec![CanceledRecord {
                kind: CancellationKind::Access,
                record_id: 7,
                note: None
            }]
        }
    );
    let Document::Results { results, .. } = &documents[1] else {
        panic!("{documents:?}")
    };
    assert_eq!(
        (results[0].operation, results[0].lines[0].code),
        (Some(Operation::Other), 1060)
    );
    assert_eq!(
        documents[2],
        Document::Results {
            results: vec![],
            opinions: vec![]
        }
    );
}

#[test]
fn an_absent_operation_is_not_an_unknown_one() {
    let documents = download(
        "<ICP><BAJG><Jg_xx><Jgxx><Jgdm>1001</Jgdm></Jgxx></Jg_xx>\
         <Jg_xx><Jgxx><Jgdm>1001</Jgdm></Jgxx><Czlx>x</Czlx></Jg_xx>\
         <GJSHS><Gjsh><Shjg>1</Shjg></Gjsh><Gjsh><Shjg>1</Shjg><Czlx>8</Czlx></Gjsh></GJSHS></BAJG></ICP>",
    );
    let [Document::Results { results, opinions }] = documents.as_slice() else {
        panic!("{documents:?}")
    };
    let of_results = results.iter().map(|result| result.operation);
    let of_opinions = opinions.iter().map(|opinion| opinion.operation);
    assert_eq!(
        of_results.chain(of_opinions).collect::<Vec<_>>(),
        [None, Some(Operation::Other), None, Some(Operation::Other)]
    );
}

#[test]
fn unknown_parts_are_named() {
    let names = |documents: Vec<Document>| -> Vec<String> {
        let name = |document| match document {
            Document::Other { name } => name,
            known => panic!("{known:?}"),
        };
        documents.into_iter().map(name).collect()
    };
    assert_eq!(names(download("<ICP><HCJG/><NEW/></ICP>")), ["HCJG", "NEW"]);
    assert_eq!(names(download("<IP/>")), ["IP"]);
    let broken = read("<DownloadData>");
    let [Document::Unreadable { problem }] = broken.as_slice() else {
        panic!("{broken:?}")
    };
    assert!(problem.starts_with("not well-formed"));
}

const FILING: &str = "<Baxx><Zt_xx><IspZtid>50001</IspZtid><Ztid>330000777001</Ztid><Dwmc>示例</Dwmc><Baxh>浙ICP备00000001号</Baxh></Zt_xx>\
    <Wz_xx><Wzid>330000888001</Wzid><Wzmc>官网</Wzmc><Ym_xx><Ymid>9</Ymid><Ym>example.cn</Ym></Ym_xx>\
    <Jr_xx><IspJrid>70002</IspJrid><Jrid>330000123456</Jrid><Ispid>330000000999</Ispid>\
    <Ip_xx><Ipid>6</Ipid><Qsip>3325256704</Qsip><Zzip>198.51.100.255</Zzip></Ip_xx></Jr_xx></Wz_xx></Baxx>";

#[test]
fn filings_are_read_from_both_containers() {
    for parts in [
        format!("<ICP><BASJ>{FILING}</BASJ></ICP>"),
        format!("<SJTB><ICP>{FILING}</ICP></SJTB>"),
    ] {
        let documents = download(&parts);
        let [Document::Filings { filings }] = documents.as_slice() else {
            panic!("{documents:?}")
        };
        let filing = &filings[0];
        assert_eq!(
            (filing.entity_id, filing.entity_authority_id),
            (Some(50001), 330_000_777_001)
        );
        let website = &filing.websites[0];
        assert_eq!(
            (website.website_id, website.website_authority_id),
            (None, 330_000_888_001)
        );
        let access = &website.accesses[0];
        assert_eq!(
            (access.access_id, access.provider_id),
            (Some(70002), 330_000_000_999)
        );
        assert_eq!(access.ips[0].first, Ipv4Addr::new(198, 51, 100, 0));
        assert_eq!(access.ips[0].last, Ipv4Addr::new(198, 51, 100, 255));
    }
}

#[test]
fn a_row_without_ids_does_not_hide_the_others() {
    let documents = download(&format!(
        "<ICP><BASJ><Baxx><Zt_xx/></Baxx>{FILING}</BASJ></ICP>"
    ));
    assert!(matches!(&documents[0], Document::Other { name } if name.starts_with("Baxx")));
    assert!(matches!(&documents[1], Document::Filings { filings } if filings.len() == 1));
}

#[test]
fn code_tables_keep_the_name_of_their_rows() {
    let tables = "<JCDM><Bbdwlb><Bbdw><Id>3</Id><Dwmc>单位</Dwmc><Sfyx>1</Sfyx></Bbdw></Bbdwlb><Jcdm_xx>\
        <Zxly_dms><Zxly_xx><Id>1</Id><Nr>转出</Nr><Sfyx>1</Sfyx></Zxly_xx>\
        <Zxly_xx><Id>2</Id><Nr>关站</Nr><Sfyx>0</Sfyx></Zxly_xx></Zxly_dms>\
        <Zjlx_dms><Zjlx_xx><Id>2</Id><Mc>身份证</Mc><Dwflid>5</Dwflid><Sfyx>1</Sfyx></Zjlx_xx></Zjlx_dms>\
        <Wbacl_dms><Wbacl_xx><Id>9</Id><Ztmc>已断网</Ztmc></Wbacl_xx></Wbacl_dms></Jcdm_xx></JCDM>";
    for parts in [tables.to_owned(), format!("<SJTB>{tables}</SJTB>")] {
        let documents = download(&parts);
        let [Document::CodeTables { rows }] = documents.as_slice() else {
            panic!("{documents:?}")
        };
        let read: Vec<_> = rows
            .iter()
            .map(|row| (row.table.as_str(), row.code, row.text.as_str(), row.valid))
            .collect();
        assert_eq!(
            read,
            [
                ("Bbdw", 3, "单位", true),
                ("Zxly_xx", 1, "转出", true),
                ("Zxly_xx", 2, "关站", false),
                ("Zjlx_xx", 2, "身份证", true),
                ("Wbacl_xx", 9, "已断网", true),
            ]
        );
        let classes: Vec<_> = rows.iter().map(|row| row.class).collect();
        assert_eq!(classes, [None, None, None, Some(5), None]);
    }
}
