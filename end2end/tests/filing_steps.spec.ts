import { applyForCodes, shownCodes } from "../support/codes.ts";
import { verifyCode } from "../support/filing.ts";
import { expect, test } from "../support/test.ts";

test(
  "what was typed is there again after going from step to step by their names",
  { tag: ["@no-javascript", "@chinese"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await applyForCodes(holder, words, "vm-eligible", 1);
    await holder.goto("/console/codes");
    const [code = ""] = await shownCodes(holder);
    const partner = await person("partner");
    await verifyCode(partner, words, code);

    const goTo = (step: string) =>
      partner.getByRole("button", { name: step, exact: true }).click();
    const name = partner.locator("#entity_name");
    const domain = partner.locator("#website_domain");
    await name.fill("福州样例科技有限公司");
    await goTo(words.website);
    await expect(domain).toHaveValue("");
    await domain.fill("half-typed");
    await goTo(words.entity);
    await expect(name).toHaveValue("福州样例科技有限公司");
    await name.fill("福州样例网络有限公司");
    // The step's own name saves as well, and says what is missing.
    await goTo(words.entity);
    await expect(partner.locator("#entity_nature")).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await goTo(words.website);
    await expect(domain).toHaveValue("half-typed");
    await goTo(words.entity);
    await expect(name).toHaveValue("福州样例网络有限公司");

    // The Enter key means `Next`, which stays while something is missing.
    await name.press("Enter");
    await expect(partner).toHaveURL(/step=entity&saved=/);
  },
);
