import { expect, type Page } from "@playwright/test";
import type { Words } from "./words.ts";

/** Answers that pass every check; each test has a register of its own. */
const entity = {
  entity_nature: "enterprise",
  entity_name: "福州样例科技有限公司",
  entity_certificate_kind: "business_license",
  entity_certificate_number: "91350100M000100Y43",
  entity_certificate_address: "福建省福州市鼓楼区样例路 1 号",
  entity_city: "350100",
  entity_address: "福建省福州市鼓楼区样例路 1 号 101 室",
  entity_principal_name: "李样例",
  entity_principal_document_kind: "identity_card",
  entity_principal_document_number: "11010519491231002X",
  entity_principal_mobile: "13800000001",
  entity_principal_office_phone: "0591-80000000",
  entity_principal_email: "principal@example.com",
};

/** What differs from one application to the next. */
export interface Website {
  domain: string;
  name: string;
}

/**
 * Starts an application and proves the product with a code. Ends on the first step when the
 * code is refused, and on the entity's step otherwise.
 */
export async function verifyProduct(
  page: Page,
  words: Words,
  type: "first_license" | "new_access",
  code: string,
): Promise<void> {
  await page.goto(`/console/applications/new?type=${type}`);
  await page.getByRole("radio", { name: words.authorizationCode }).check();
  await page.getByRole("textbox", { name: words.authorizationCode }).fill(code);
  await page.getByRole("button", { name: words.verify, exact: true }).click();
}

/** The same for a first license. */
export const verifyCode = (page: Page, words: Words, code: string) =>
  verifyProduct(page, words, "first_license", code);

/** Fills in the steps after the product, up to the check of everything. */
export async function fillIn(
  page: Page,
  words: Words,
  website: Website,
): Promise<void> {
  await expect(
    page.getByRole("heading", { level: 1, name: words.firstLicense }),
  ).toBeVisible();
  await answer(page, entity);
  await page.getByRole("button", { name: words.next, exact: true }).click();
  await answer(page, {
    website_domain: website.domain,
    website_name: website.name,
  });
  await page.locator("#website_languages-simplified_chinese").check();
  await page.getByLabel(words.samePrincipal).check();
  await page.getByRole("button", { name: words.next, exact: true }).click();
}

/** A whole first license with a code, submitted; returns the application's address. */
export async function submitFirstLicense(
  page: Page,
  words: Words,
  code: string,
  website: Website,
): Promise<string> {
  await verifyCode(page, words, code);
  await fillIn(page, words, website);
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await page.waitForURL(/\/console\/applications\/\d+(\?|$)/);
  return new URL(page.url()).pathname;
}

/** Fills in fields by their ids. */
export async function answer(
  page: Page,
  answers: Record<string, string>,
): Promise<void> {
  for (const [field, value] of Object.entries(answers)) {
    const control = page.locator(`#${field}`);
    const tag = await control.evaluate((element) => element.tagName);
    if (tag === "SELECT") await control.selectOption(value);
    else await control.fill(value);
  }
}
