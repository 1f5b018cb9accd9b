import { accounts } from "../support/accounts.ts";
import { logIn, logInWith } from "../support/log_in.ts";
import { expect, test } from "../support/test.ts";

test(
  "with a password, to the page that was asked for",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const holder = await person();
    await holder.goto("/console/codes/apply");
    await expect(holder).toHaveURL(/\/login\?/);
    await logIn(holder, words, "holder");
    await expect(holder).toHaveURL(/\/console\/codes\/apply$/);
    await expect(
      holder.getByRole("heading", { level: 1, name: words.applyForCode }),
    ).toBeVisible();
  },
);

test(
  "S8: the log-in page offers several ways, and each opens its own form",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const visitor = await person();
    await visitor.goto("/console/codes");
    const ways = visitor
      .getByRole("navigation", { name: "Choose a way to log in" })
      .getByRole("link");
    const forms = [
      ["With password", visitor.getByLabel(words.password, { exact: true })],
      [
        "With a code by email",
        visitor.getByRole("button", { name: "Send code" }),
      ],
    ] as const;
    await expect(ways).toHaveCount(forms.length);
    for (const [name, own] of forms) {
      const way = ways.filter({ hasText: name });
      await way.click();
      await expect(way).toHaveAttribute("aria-current", "true");
      for (const [, form] of forms)
        await expect(form).toHaveCount(form === own ? 1 : 0);
    }
    // Trying the ways has not forgotten the page that was asked for.
    await ways.filter({ hasText: "With password" }).click();
    await logIn(visitor, words, "holder");
    await expect(visitor).toHaveURL(/\/console\/codes$/);
  },
);

test(
  "with a code by email",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const { email } = accounts.partner;
    const admin = await person("admin");
    const mails = admin
      .getByRole("row")
      .filter({ hasText: email })
      .filter({ hasText: /code to log in|登录验证码/ });
    await admin.goto("/admin/outbox");
    const before = await mails.count();

    const partner = await person();
    await partner.goto("/login");
    await partner.getByRole("link", { name: "With a code by email" }).click();
    await partner.getByLabel(words.email, { exact: true }).fill(email);
    await partner.getByRole("button", { name: "Send code" }).click();
    const field = partner.getByLabel("Code from the email", { exact: true });
    await expect(field).toBeVisible();

    // A job makes the code and mails it.
    await expect(async () => {
      await admin.goto("/admin/outbox");
      expect(await mails.count()).toBeGreaterThan(before);
    }).toPass();
    const mail = mails.first();
    await mail.locator("summary").click();
    const [code = ""] = (await mail.innerText()).match(/\b\d{6}\b/) ?? [];
    await field.fill(code === "000000" ? "111111" : "000000");
    await partner
      .getByRole("button", { name: words.logIn, exact: true })
      .click();
    await expect(
      partner.getByText("This code is wrong or no longer valid").first(),
    ).toBeVisible();
    await field.fill(code);
    await partner
      .getByRole("button", { name: words.logIn, exact: true })
      .click();
    await expect(partner).toHaveURL(/\/console$/);
  },
);

test(
  "a forgotten password is replaced with a code by email",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const { email, password } = accounts.partner2;
    const admin = await person("admin");
    const elsewhere = await person("partner2");
    const visitor = await person();
    await visitor.goto("/login");
    await expect(visitor.getByText("No account yet?")).toBeVisible();
    await expect(
      visitor.getByRole("link", { name: "license-help@example.com" }),
    ).toHaveAttribute("href", "mailto:license-help@example.com");
    await visitor.getByRole("link", { name: "Forgot password?" }).click();
    await visitor.getByLabel(words.email, { exact: true }).fill(email);
    await visitor.getByRole("button", { name: "Send code" }).click();
    const field = visitor.getByLabel("Code from the email", { exact: true });
    await expect(field).toBeVisible();

    const mail = admin
      .getByRole("row")
      .filter({ hasText: email })
      .filter({ hasText: "choose a new password" });
    await expect(async () => {
      await admin.goto("/admin/outbox");
      await expect(mail).toHaveCount(1, { timeout: 500 });
    }).toPass();
    await mail.locator("summary").click();
    const [code = ""] = (await mail.innerText()).match(/\b\d{6}\b/) ?? [];

    const newPassword = visitor.getByLabel("New password", { exact: true });
    const change = visitor.getByRole("button", { name: "Change password" });
    await field.fill(code);
    await newPassword.fill("password1234");
    await change.click();
    await expect(
      visitor.getByText("one of those that are tried first").first(),
    ).toBeVisible();
    await field.fill(code);
    await newPassword.fill("four words nobody joins");
    await change.click();
    await expect(visitor).toHaveURL(/\/console$/);
    await elsewhere.goto("/console");
    await expect(elsewhere).toHaveURL(/\/login/);
    await logInWith(elsewhere, words, email, password);
    await expect(elsewhere.getByText(words.wrongLogIn).first()).toBeVisible();
    await logInWith(elsewhere, words, email, "four words nobody joins");
    await expect(elsewhere).toHaveURL(/\/console$/);
  },
);

test(
  "a wrong password is refused, and the email stays",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const visitor = await person();
    await visitor.goto("/login");
    const email = visitor.getByLabel(words.email, { exact: true });
    await email.fill("holder@example.com");
    await visitor.getByLabel(words.password, { exact: true }).fill("wrong");
    await visitor
      .getByRole("button", { name: words.logIn, exact: true })
      .click();
    await expect(
      visitor.getByText("Email or password is wrong").first(),
    ).toBeVisible();
    await expect(email).toHaveValue("holder@example.com");
    await visitor.goto("/console");
    await expect(visitor).toHaveURL(/\/login/);
  },
);

test(
  "the switch changes the language, and the choice stays",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words, locale }) => {
    const visitor = await person();
    await visitor.goto("/help");
    const html = visitor.locator("html");
    const [before, after] =
      locale === "zh-CN" ? ["zh-CN", "en"] : ["en", "zh-CN"];
    await expect(html).toHaveAttribute("lang", before);
    await visitor.getByRole("button", { name: words.otherLanguage }).click();
    await expect(html).toHaveAttribute("lang", after);
    await expect(visitor).toHaveURL(/\/help$/);
    await visitor.goto("/login");
    await expect(html).toHaveAttribute("lang", after);
  },
);

test(
  "a session that is ended on one device is ended there",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const here = await person("holder");
    const there = await person();
    await there.goto("/login");
    await logIn(there, words, "holder");
    await expect(there).toHaveURL(/\/console$/);

    await here.goto("/console/account");
    const devices = here
      .getByRole("row")
      .getByRole("button", { name: words.logOut });
    await devices.first().click();
    await expect(devices).toHaveCount(0);
    await there.goto("/console");
    await expect(there).toHaveURL(/\/login/);
    await here.goto("/console");
    await expect(here).toHaveURL(/\/console$/);
  },
);

test(
  "logging out ends the session",
  { tag: ["@no-javascript", "@phone"] },
  async ({ person, words }) => {
    const holder = await person();
    await holder.goto("/login");
    await logIn(holder, words, "holder");
    const logOut = holder.getByRole("button", { name: words.logOut });
    if (!(await logOut.isVisible()))
      await holder.getByRole("button", { name: "Account" }).click();
    await logOut.click();
    await expect(holder).not.toHaveURL(/\/console/);
    await holder.goto("/console");
    await expect(holder).toHaveURL(/\/login/);
  },
);
