import { LICENSE_PASSWORD } from "../support/accounts.ts";
import { violations, wear } from "../support/axe.ts";
import {
  blog,
  confirm,
  openPopUp,
  rowOf,
  shop,
  submitCancellation,
} from "../support/licenses.ts";
import { logIn } from "../support/log_in.ts";
import { approve } from "../support/review.ts";
import { LicenseServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

test(
  "an access is canceled, from the License link to the block feed",
  { tag: ["@phone", "@no-javascript", "@chinese"] },
  async ({
    person,
    authority,
    words,
    appears,
    server,
    request,
    javaScriptEnabled,
  }) => {
    const holder = await person();
    const reviewer = await person("reviewer");

    await test.step("the holder logs in and asks for it", async () => {
      await holder.goto("/");
      await holder
        .getByRole("link", { name: words.license, exact: true })
        .click();
      await logIn(holder, words, "holder");
      await expect(holder).toHaveURL(/\/console$/);
      await submitCancellation(holder, words, shop);
      await expect(
        holder.getByText(words.inProviderReview).first(),
      ).toBeVisible();
    });

    await test.step("a reviewer approves", async () => {
      await approve(reviewer, words, shop.domain);
      await appears(
        holder.getByText(words.submittedToCompetentAuthority).first(),
      );
    });

    await test.step("the authority approves", async () => {
      await authority.approve(shop.domain);
      await appears(holder.getByText(words.completed).first());
    });

    await test.step("the website is gone from the list and kept in the archive", async () => {
      await holder.goto("/console");
      await expect(rowOf(holder, blog)).toBeVisible();
      await expect(rowOf(holder, shop)).toHaveCount(0);
      await holder
        .getByRole("link", { name: words.archive, exact: true })
        .click();
      await expect(rowOf(holder, shop)).toContainText(shop.licenseNumber);
    });

    await test.step("its record is kept whole, and warns that the domain is blocked", async () => {
      await rowOf(holder, shop).getByRole("link", { name: words.view }).click();
      await expect(holder).toHaveURL(/\/console\/archive\/\d+$/);
      for (const fact of [
        "vm-eligible",
        "203.0.113.10",
        "李样例",
        "www.example-shop.cn",
      ])
        await expect(holder.getByText(fact).first()).toBeVisible();
      await expect(
        holder
          .locator(".notice.tone-warning")
          .filter({ hasText: words.blocked }),
      ).toBeVisible();
      const schemes = javaScriptEnabled ? (["light", "dark"] as const) : [];
      for (const colorScheme of schemes) {
        await wear(holder, colorScheme);
        expect.soft(await violations(holder), colorScheme).toEqual([]);
      }
      const history = holder.getByRole("link", { name: /^CA-/ });
      await history.click();
      await expect(holder.locator(".notice.tone-success")).not.toContainText(
        "203.0.113.10",
      );
      await expect(
        holder
          .locator(".notice.tone-warning")
          .filter({ hasText: words.blocked }),
      ).toBeVisible();
      await holder.goBack();
    });

    await test.step("access is added again with everything on record", async () => {
      await holder
        .getByRole("link", { name: words.addAccessAgain, exact: true })
        .click();
      await holder
        .getByRole("button", { name: words.verify, exact: true })
        .click();
      await holder
        .getByLabel(words.licensePassword, { exact: true })
        .fill(LICENSE_PASSWORD);
      await holder
        .getByRole("button", { name: words.next, exact: true })
        .click();
      await expect(holder.locator("#website_domain")).toHaveValue(shop.domain);
      await expect(holder.locator("#website_license_number")).toHaveValue(
        shop.licenseNumber,
      );
      await expect(holder.getByText("李样例")).toBeVisible();
      await holder
        .getByRole("button", { name: words.next, exact: true })
        .click();
      await holder
        .getByRole("button", { name: words.submit, exact: true })
        .click();
      await expect(
        holder.getByText(words.inProviderReview).first(),
      ).toBeVisible();
    });

    await test.step("the holder has been told", async () => {
      await holder.goto("/console/messages");
      await expect(
        holder.getByRole("heading", {
          name: words.accessCanceled(shop.domain),
        }),
      ).toBeVisible();
    });

    await test.step("the domain is on the block feed, as it still resolves here", async () => {
      const answer = await request.get("/api/v1/blocked-domains", {
        headers: { authorization: `Bearer ${await server.serviceToken()}` },
      });
      expect(await answer.json()).toMatchObject({
        entries: [{ domain: shop.domain, listed: true, resolves: "yes" }],
      });
    });
  },
);

test(
  "S10: Give Up leaves no trace",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    const popUp = await openPopUp(holder, words, shop);
    await expect(popUp).toContainText(shop.licenseNumber);
    await popUp.getByRole("link", { name: words.giveUp, exact: true }).click();
    await expect(holder.getByRole("dialog")).toBeHidden();
    await expect(holder).toHaveURL(/\/console$/);

    await holder.goto("/console/applications");
    await expect(holder.getByText("No applications yet")).toBeVisible();
    await expect(holder.getByRole("row")).toHaveCount(0);
    await holder.goto("/console/messages");
    await expect(holder.getByText("No messages yet")).toBeVisible();
    await expect(holder.getByText(shop.domain)).toHaveCount(0);
  },
);

test(
  "a wrong license password says how many tries are left and keeps what was typed",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    const popUp = await openPopUp(holder, words, blog);
    await popUp.getByRole("button", { name: words.ok, exact: true }).click();
    await holder.locator("#note").fill("moving on Friday");
    await confirm(holder, words, blog, "wrong-password");

    await expect(holder.getByText(words.triesLeft(4)).first()).toBeVisible();
    await expect(holder.locator("#note")).toHaveValue("moving on Friday");
    await confirm(holder, words, blog, LICENSE_PASSWORD);
    await expect(
      holder.getByText(words.inProviderReview).first(),
    ).toBeVisible();
  },
);

test(
  "five wrong license passwords lock the confirmation, even for the right one",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words, javaScriptEnabled }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    const popUp = await openPopUp(holder, words, blog);
    await popUp.getByRole("button", { name: words.ok, exact: true }).click();
    for (const left of [4, 3, 2, 1]) {
      await confirm(holder, words, blog, `wrong-password-${left}`);
      await expect(
        holder.getByText(words.triesLeft(left)).first(),
      ).toBeVisible();
    }
    await confirm(holder, words, blog, "wrong-password-0");
    await expect(holder.getByText(words.locked).first()).toBeVisible();
    if (javaScriptEnabled) {
      await confirm(holder, words, blog, LICENSE_PASSWORD);
      await expect(holder.getByText(words.locked).first()).toBeVisible();
      await holder.reload();
    }
    const password = holder.getByLabel(words.licensePassword, { exact: true });
    await expect(holder.getByText(words.locked).first()).toBeVisible();
    await expect(password).toHaveCount(0);
    await holder.goto("/console/applications");
    await expect(holder.getByText(words.inProviderReview)).toHaveCount(0);
  },
);

test(
  "when the authority cannot be reached the request is kept, not submitted, and goes on later",
  { tag: ["@phone", "@no-javascript", "@chinese"] },
  async ({ person, server, words }) => {
    const holder = await person("holder");
    await server.stop();

    const cutOff = await LicenseServer.start(server.dataFolder, {
      LICENSE_AUTHORITY__URL: "http://127.0.0.1:9",
    });
    await holder.goto(`${cutOff.url}/console`);
    const popUp = await openPopUp(holder, words, blog);
    await popUp.getByRole("button", { name: words.ok, exact: true }).click();
    await holder.locator("#note").fill("moving on Friday");
    await confirm(holder, words, blog);
    await expect(
      holder.getByText(words.authorityUnreachable).first(),
    ).toBeVisible();
    // A page that is open asks for news of a server that is gone, and complains.
    await holder.goto("about:blank");
    await cutOff.stop();

    const again = await LicenseServer.start(server.dataFolder);
    await holder.goto(`${again.url}/console/applications`);
    const order = holder.getByRole("row").filter({ hasText: blog.domain });
    await expect(order).toContainText(words.draft);
    await order.getByRole("link").first().click();
    await holder.getByRole("link", { name: words.goOn, exact: true }).click();
    await expect(holder.locator("#note")).toHaveValue("moving on Friday");
    await confirm(holder, words, blog);
    await expect(
      holder.getByText(words.inProviderReview).first(),
    ).toBeVisible();
    await holder.goto("about:blank");
    await again.stop();
  },
);

test("whoever forgot the license password finds the ways to retrieve it", async ({
  person,
  words,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  const popUp = await openPopUp(holder, words, blog);
  await popUp.getByRole("button", { name: words.ok, exact: true }).click();
  const [help] = await Promise.all([
    holder.waitForEvent("popup").catch(() => holder),
    holder
      .getByRole("link", { name: words.retrieveLicensePassword })
      .first()
      .click(),
  ]);
  await expect(help).toHaveURL(/\/help\/retrieve-license-password$/);
});

test("the menu of a website opens by hover, by keyboard and by touch", async ({
  person,
  words,
  browser,
}) => {
  const holder = await person("holder");
  await holder.goto("/console");
  const more = rowOf(holder, shop).getByRole("button", { name: words.more });
  const entry = rowOf(holder, shop).getByRole("link", {
    name: words.cancelAccess,
  });

  await more.hover();
  await expect(entry).toBeVisible();
  await holder.mouse.move(0, 0);
  await expect(entry).toBeHidden();

  await more.press("Enter");
  await expect(entry).toBeVisible();
  await holder.keyboard.press("Escape");
  await expect(entry).toBeHidden();
  await more.press("Enter");
  await entry.press("Enter");
  await expect(holder.getByRole("dialog")).toBeVisible();
  await holder.keyboard.press("Escape");
  await expect(holder.getByRole("dialog")).toBeHidden();

  // The account's menu has two entries.
  const account = holder.getByRole("button", { name: "Account" });
  const own = holder.getByRole("link", { name: "My account" });
  const logOut = holder.getByRole("button", { name: words.logOut });
  await account.press("ArrowDown");
  await expect(own).toBeFocused();
  await holder.keyboard.press("ArrowDown");
  await expect(logOut).toBeFocused();
  await holder.keyboard.press("ArrowDown");
  await expect(own).toBeFocused();
  await holder.keyboard.press("End");
  await expect(logOut).toBeFocused();
  await holder.keyboard.press("Home");
  await expect(own).toBeFocused();
  await holder.keyboard.press("Escape");
  await expect(own).toBeHidden();
  await expect(account).toBeFocused();
  await account.press("ArrowUp");
  await expect(logOut).toBeFocused();
  await holder.keyboard.press("Escape");

  const phone = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
    storageState: await holder.context().storageState(),
    baseURL: new URL(holder.url()).origin,
  });
  const touched = await phone.newPage();
  await touched.goto("/console");
  await rowOf(touched, shop).getByRole("button", { name: words.more }).tap();
  await rowOf(touched, shop)
    .getByRole("link", { name: words.cancelAccess })
    .tap();
  await expect(touched.getByRole("dialog")).toBeVisible();
  await phone.close();
});

test(
  "a second request waits until the first is decided, and a withdrawn one can be made again",
  { tag: ["@no-javascript"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    const order = holder.url();

    await holder.goto("/console");
    const row = rowOf(holder, blog);
    await row.getByRole("button", { name: words.more }).click();
    const refused = row.getByRole("link", { name: words.cancelAccess });
    await expect(refused).toHaveAttribute("aria-disabled", "true");

    await holder.goto(order);
    await holder.getByRole("link", { name: words.withdraw }).click();
    await holder
      .getByRole("dialog")
      .getByRole("button", { name: words.withdraw })
      .click();
    await expect(
      holder.getByRole("link", { name: words.withdraw }),
    ).toHaveCount(0);
    await holder.goto("/console");
    await openPopUp(holder, words, shop);
  },
);

test(
  "who goes back after submitting is led to the application and finds no form",
  { tag: ["@phone", "@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    const popUp = await openPopUp(holder, words, shop);
    const popUpAddress = holder.url();
    await popUp.getByRole("button", { name: words.ok, exact: true }).click();
    await confirm(holder, words, shop);
    await holder.waitForURL(/\/console\/applications\/\d+/);
    const application = new URL(holder.url()).pathname;

    await holder.goBack();
    await expect(holder).toHaveURL(/\/cancel-access/);
    await expect(holder.getByText(words.wasSubmitted)).toBeVisible();
    await expect(holder.locator("#license_password")).toHaveCount(0);
    const link = holder.getByRole("main").getByRole("link", {
      name: words.view,
    });
    await expect(link).toHaveAttribute("href", application);

    await holder.goto(popUpAddress);
    const said = holder.getByRole("dialog");
    await expect(said).toContainText(words.wasSubmitted);
    await said.getByRole("link", { name: words.view }).click();
    await expect(holder).toHaveURL(new RegExp(`${application}$`));
  },
);
