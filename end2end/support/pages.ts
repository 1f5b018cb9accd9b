import type { Page } from "@playwright/test";
import type { Account } from "./accounts.ts";
import { applyForCodes } from "./codes.ts";
import { shop, submitCancellation } from "./licenses.ts";
import type { Words } from "./words.ts";

/** Pages with a fixed address, for the role that uses them; `undefined` is a visitor, who sees so
 * many that they have names for their parts. */
export const pages: { account?: Account; area?: string; paths: string[] }[] = [
  {
    paths: [
      "/",
      "/login",
      "/login?way=code",
      "/login?way=forgot",
      "/no-such-page",
    ],
  },
  {
    area: "a visitor in the help for holders",
    paths: [
      "/help",
      "/help/at-a-glance",
      "/help/file-a-license",
      "/help/authorization-codes",
      "/help/cancel-access",
      "/help/statuses",
      "/help/retrieve-license-password",
      "/help/questions",
    ],
  },
  {
    area: "a visitor in the rest of the help",
    paths: [
      "/help/review",
      "/help/supervision",
      "/help/administration",
      "/help/privacy",
      "/help/accessibility",
    ],
  },
  {
    account: "holder",
    paths: [
      "/console",
      "/console/archive",
      "/console/codes/apply",
      "/console/codes",
      "/console/applications",
      "/console/applications/new",
      "/console/applications/new?type=first_license",
      "/console/applications/new?type=new_access",
      "/console/websites/1",
      "/console/websites/1/cancel-access",
      "/console/messages",
      "/console/account",
      "/console/applications/1",
    ],
  },
  {
    account: "partner",
    paths: [
      "/console",
      "/console/archive",
      "/console/codes/apply",
      "/console/codes",
      "/console/messages",
    ],
  },
  {
    account: "reviewer",
    paths: [
      "/review",
      "/review/applications/1",
      "/review/codes",
      "/review/archive",
    ],
  },
  {
    account: "supervisor",
    paths: ["/review/dashboard", "/review/audit", "/review/calendar"],
  },
  {
    account: "auditor",
    paths: [
      "/review",
      "/review/applications/1",
      "/review/audit",
      "/review/calendar",
      "/admin/accounts",
      "/admin/tokens",
      "/admin/outbox",
    ],
  },
  {
    account: "admin",
    paths: [
      "/admin/accounts",
      "/admin/tokens",
      "/admin/inventory",
      "/admin/authority",
      "/admin/outbox",
    ],
  },
];

/** Has happen what these pages show: a cancellation under way, codes. */
export async function bringAbout(
  paths: string[],
  person: (account: Account) => Promise<Page>,
  words: Words,
): Promise<void> {
  if (paths.some((path) => path.includes("applications/1"))) {
    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
  }
  if (paths.some((path) => path.includes("codes")))
    await applyForCodes(await person("holder"), words, "vm-eligible", 2);
}
