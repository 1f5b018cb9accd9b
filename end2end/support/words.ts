/** What pages and buttons are called: the contract's names, word by word, in both languages. */
const english = {
  license: "License",
  logIn: "Log in",
  logOut: "Log out",
  email: "Email",
  password: "Password",
  otherLanguage: "中文",

  more: "More",
  cancelAccess: "Cancel Access",
  ok: "OK",
  giveUp: "Give Up",
  licensePassword: "License password",
  retrieveLicensePassword: "Ways to Retrieve License Password",
  next: "Next",
  back: "Back",
  submit: "Submit",
  withdraw: "Withdraw",
  abandon: "Abandon",
  modifyAndSubmit: "Modify and Submit",

  applyForCode: "Apply for Authorization Code",
  manageCodes: "Manage Authorization Code",
  apply: "Apply",
  view: "View",
  copy: "Copy",
  numberOfCodes: "Number of codes",
  unused: "Unused",
  licensing: "Licensing",
  used: "Used",
  invalid: "Invalid",
  hasBeenUsed: "Authorization Code Has Been Used",

  firstLicense: "First license",
  serverOfThisAccount: "Server of this account",
  authorizationCode: "Authorization code",
  verify: "Verify",

  approve: "Approve",
  reject: "Reject",
  reason: "Reason",
  claim: "Claim",

  myLicenses: "My Licenses",
  archive: "Archive",
  licenseApplications: "License Applications",
  messages: "Messages",

  inProviderReview: "In review by the provider",
  rejectedByProvider: "Rejected by the provider",
  withAuthority: "Submitted to the authority",
  submittedToCompetentAuthority:
    "Approved and submitted to the competent authority",
  completed: "Completed",
  accessCanceled: (domain: string) => `Access of ${domain} canceled`,
  licenseIssued: (domain: string) => `License of ${domain} issued`,
  triesLeft: (tries: number) =>
    `You have ${tries} ${tries === 1 ? "try" : "tries"} left`,
  locked: /Confirming is locked/,
  authorityUnreachable: "The authority cannot be reached",
  draft: "Not yet submitted",
  goOn: "Continue",
  wrongLogIn: "Email or password is wrong",
  resetPassword: "Reset password",
  putInForce: "Put in force",

  onlyAccessKnown: /^I understand that .* has no other known access/,
  samePrincipal: "The entity’s principal is also in charge of the website",
};

export type Words = typeof english;

const chinese: Words = {
  license: "备案",
  logIn: "登录",
  logOut: "退出登录",
  email: "邮箱",
  password: "密码",
  otherLanguage: "English",

  more: "更多",
  cancelAccess: "取消接入",
  ok: "确定",
  giveUp: "放弃",
  licensePassword: "备案密码",
  retrieveLicensePassword: "找回备案密码的方式",
  next: "下一步",
  back: "上一步",
  submit: "提交",
  withdraw: "撤回",
  abandon: "放弃备案",
  modifyAndSubmit: "修改并提交",

  applyForCode: "申请备案授权码",
  manageCodes: "管理备案授权码",
  apply: "申请",
  view: "查看",
  copy: "复制",
  numberOfCodes: "申请数量",
  unused: "未使用",
  licensing: "备案中",
  used: "已使用",
  invalid: "无效",
  hasBeenUsed: "授权码已被使用",

  firstLicense: "首次备案",
  serverOfThisAccount: "本账号的服务器",
  authorizationCode: "备案授权码",
  verify: "验证",

  approve: "通过",
  reject: "驳回",
  reason: "原因",
  claim: "认领",

  myLicenses: "我的备案",
  archive: "归档",
  licenseApplications: "备案申请",
  messages: "消息",

  inProviderReview: "初审中",
  rejectedByProvider: "初审驳回",
  withAuthority: "管局审核中",
  submittedToCompetentAuthority: "已通过初审并提交通信管理局",
  completed: "已完成",
  accessCanceled: (domain) => `${domain} 的接入已取消`,
  licenseIssued: (domain) => `${domain} 备案成功`,
  triesLeft: (tries) => `您还可以尝试 ${tries} 次`,
  locked: /确认.*已锁定/,
  authorityUnreachable: "暂时无法连接通信管理局",
  draft: "待提交",
  goOn: "继续填写",
  wrongLogIn: "邮箱或密码不正确",
  resetPassword: "重置密码",
  putInForce: "生效",

  onlyAccessKnown: /没有其他已知的接入/,
  samePrincipal: "网站负责人与主体负责人相同",
};

/** The words of a locale. */
export const wordsOf = (locale: string | undefined): Words =>
  locale?.startsWith("zh") ? chinese : english;
