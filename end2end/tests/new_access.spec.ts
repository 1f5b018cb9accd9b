import { applyForCodes, shownCodes } from "../support/codes.ts";
import { answer, verifyProduct } from "../support/filing.ts";
import { approve } from "../support/review.ts";
import { expect, test } from "../support/test.ts";

/** An entity of the demo world that is filed with another provider only. */
const filedElsewhere = {
  entity: {
    entity_license_number: "京ICP备20260002号",
    entity_name: "Partner Studio",
    license_password: "Lic-Pass-2",
  },
  website: {
    website_domain: "partner-site.cn",
    website_license_number: "京ICP备20260002号-1",
    website_name: "Partner Studio",
  },
};

test(
  "a website that is licensed elsewhere gets access here, with the license password",
  { tag: ["@phone", "@no-javascript", "@chinese"] },
  async ({ person, authority, words, appears }) => {
    const holder = await person("holder");
    const partner = await person("partner");
    const domain = filedElsewhere.website.website_domain;
    const number = filedElsewhere.website.website_license_number;
    let code = "";

    await test.step("the holder gives a code away", async () => {
      await applyForCodes(holder, words, "vm-eligible", 1);
      await holder.goto("/console/codes");
      code = (await shownCodes(holder))[0] ?? "";
    });

    await test.step("the partner proves the product and submits", async () => {
      await verifyProduct(partner, words, "new_access", code);
      const next = partner.getByRole("button", {
        name: words.next,
        exact: true,
      });
      await answer(partner, filedElsewhere.entity);
      await next.click();
      await answer(partner, filedElsewhere.website);
      await next.click();
      await expect(partner.getByText(number).first()).toBeVisible();
      await expect(
        partner.getByText(filedElsewhere.entity.license_password),
      ).toHaveCount(0);
      await partner
        .getByRole("button", { name: words.submit, exact: true })
        .click();
      await expect(
        partner.getByText(words.inProviderReview).first(),
      ).toBeVisible();
    });

    await test.step("the provider and the authority approve", async () => {
      await approve(await person("reviewer"), words, domain);
      await authority.approve(domain);
      await appears(partner.getByText(words.completed).first());
    });

    await test.step("the website is in the partner's list with its old number", async () => {
      await partner.goto("/console");
      await expect(
        partner.getByRole("row").filter({ hasText: domain }),
      ).toContainText(number);
      await holder.goto("/console/codes");
      await expect(
        holder.getByRole("row").filter({ hasText: code }),
      ).toContainText(words.used);
    });
  },
);
