import type { Dialog, Page } from "@playwright/test";
import { LICENSE_PASSWORD } from "../support/accounts.ts";
import { applyForCodes, codeRow, shownCodes } from "../support/codes.ts";
import { blog, openPopUp, shop } from "../support/licenses.ts";
import { logIn } from "../support/log_in.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

const NOTE = "moving on Friday";

/** The notification page of a cancellation, with a note typed into it. */
async function typeNote(page: Page, words: Words) {
  await page.goto("/console");
  const popUp = await openPopUp(page, words, blog);
  await popUp.getByRole("button", { name: words.ok, exact: true }).click();
  // There as soon as the page has come to life.
  await expect(
    page.getByRole("button", { name: words.showPassword }),
  ).toBeVisible();
  const note = page.locator("#note");
  await note.fill(NOTE);
  return note;
}

/** Answers the next question of the browser, and says of which kind it was. */
const answerNext = (page: Page, answer: (dialog: Dialog) => Promise<void>) =>
  new Promise<string>((resolve) => {
    page.once("dialog", (dialog) => {
      void answer(dialog).then(() => resolve(dialog.type()));
    });
  });

test("a form keeps its values over a switch of the language, and asks before it is left", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  const note = await typeNote(holder, words);
  await holder.getByLabel(words.licensePassword, { exact: true }).fill("x");
  await holder.getByRole("button", { name: words.otherLanguage }).click();
  await expect(holder.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(note).toHaveValue(NOTE);
  await expect(holder.locator("#license_password")).toHaveValue("");
  await holder.getByRole("button", { name: "English" }).click();
  await expect(holder.locator("html")).toHaveAttribute("lang", "en");
  await expect(note).toHaveValue(NOTE);

  const isAlive = holder.waitForRequest(/\/events\?/);
  await holder.reload();
  await isAlive;
  await note.fill(NOTE);
  const address = holder.url();
  const messages = holder.getByRole("link", { name: words.messages });
  const stay = answerNext(holder, (question) => question.dismiss());
  await messages.click();
  expect(await stay).toBe("confirm");
  await expect(note).toHaveValue(NOTE);
  expect(holder.url()).toBe(address);

  const closing = answerNext(holder, (question) => question.dismiss());
  await holder.close({ runBeforeUnload: true });
  expect(await closing).toBe("beforeunload");

  const leave = answerNext(holder, (question) => question.accept());
  await messages.click();
  expect(await leave).toBe("confirm");
  await expect(holder).toHaveURL(/\/console\/messages$/);
});

test("who is logged out while filling in a form comes back to it", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  const note = await typeNote(holder, words);
  const address = holder.url();
  await holder
    .getByLabel(words.reason, { exact: true })
    .selectOption({ index: 1 });
  await holder
    .getByLabel(words.licensePassword, { exact: true })
    .fill(LICENSE_PASSWORD);
  await holder.context().clearCookies();
  await holder.getByRole("button", { name: words.next, exact: true }).click();
  const alert = holder.getByRole("alert");
  await expect(alert).toContainText("your session has ended");
  await expect(note).toHaveValue(NOTE);
  await alert.getByRole("link", { name: words.logIn, exact: true }).click();
  await logIn(holder, words, "holder");
  await expect(holder).toHaveURL(address);
  await expect(note).toHaveValue(NOTE);
  await expect(
    holder.getByLabel(words.reason, { exact: true }),
  ).not.toHaveValue("");
  await expect(holder.locator("#license_password")).toHaveValue("");
});

test("what was typed about one code does not show in another's dialog", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await applyForCodes(holder, words, "vm-eligible", 2);
  await holder.goto("/console/codes");
  const [first = "", second = ""] = await shownCodes(holder);
  const field = holder.getByRole("dialog").getByRole("textbox");
  const open = (code: string) =>
    codeRow(holder, code).getByRole("link", { name: words.note }).click();
  await open(first);
  await field.fill("for the first");
  await holder.keyboard.press("Escape");
  await open(second);
  await expect(field).toBeVisible();
  await expect(field).toHaveValue("");
});

test("an error leaves its field once it is right, and a password can be shown", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  const popUp = await openPopUp(holder, words, shop);
  await popUp.getByRole("button", { name: words.ok, exact: true }).click();
  const reason = holder.getByLabel(words.reason, { exact: true });
  const password = holder.getByLabel(words.licensePassword, { exact: true });
  const errors = holder.getByRole("alert").getByRole("listitem");
  const show = holder.getByRole("button", { name: words.showPassword });
  await expect(show).toHaveAttribute("aria-pressed", "false");
  await holder.getByRole("button", { name: words.next, exact: true }).click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await expect(errors).toHaveCount(3);

  await reason.selectOption({ index: 1 });
  await expect(reason).not.toHaveAttribute("aria-invalid", "true");
  await expect(errors).toHaveCount(2);
  await password.fill("x");
  await expect(password).not.toHaveAttribute("aria-invalid", "true");
  await expect(password).toBeFocused();

  await password.fill("shown");
  await show.click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(show).toHaveAttribute("aria-pressed", "true");
  await show.click();
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveValue("shown");
});
