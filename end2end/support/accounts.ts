/** The accounts of the demo data. */
export const accounts = {
  holder: { email: "holder@example.com", password: "holder-demo-1" },
  partner: { email: "partner@example.com", password: "partner-demo-1" },
  partner2: { email: "partner2@example.com", password: "partner-demo-1" },
  reviewer: {
    email: "reviewer@example.com",
    password: "reviewer-demo-1",
    name: "Rui Chen",
  },
  reviewer2: {
    email: "reviewer2@example.com",
    password: "reviewer-demo-1",
    name: "Lin Zhao",
  },
  supervisor: {
    email: "supervisor@example.com",
    password: "supervisor-demo-1",
  },
  supervisor2: {
    email: "supervisor2@example.com",
    password: "supervisor-demo-2",
  },
  auditor: { email: "auditor@example.com", password: "auditor-demo-1" },
  admin: { email: "admin@example.com", password: "admin-demo-1" },
  admin2: { email: "admin2@example.com", password: "admin-demo-2" },
} as const;

export type Account = keyof typeof accounts;

export const everyAccount = Object.keys(accounts) as Account[];

/** The license password of the demo holder's entity. */
export const LICENSE_PASSWORD = "Lic-Pass-1";
