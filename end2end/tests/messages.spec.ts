import { shop, submitCancellation } from "../support/licenses.ts";
import { expect, test } from "../support/test.ts";

test(
  "viewing a message reads it, and the number of unread ones is seen before the menu is opened",
  { tag: ["@no-javascript", "@phone"] },
  async ({ person, words }) => {
    const holder = await person("holder");
    await holder.goto("/console");
    await submitCancellation(holder, words, shop);
    await holder.goto("/console/messages?show=unread");
    const message = holder
      .getByRole("listitem")
      .filter({ hasText: shop.domain });
    await expect(message).toHaveCount(1);
    const menu = holder.getByRole("button", { name: /^Menu/ });
    const isPhone = await menu.isVisible();
    if (isPhone) await expect(menu).toContainText("1 unread");

    await message.getByRole("button", { name: words.view }).click();
    await expect(holder).toHaveURL(/\/console\/applications\/\d+$/);
    if (isPhone) await expect(menu).not.toContainText("unread");
    await holder.goto("/console/messages?show=unread");
    await expect(holder.getByText("Nothing unread")).toBeVisible();
    await holder.getByRole("link", { name: "All", exact: true }).click();
    await expect(message).toHaveCount(1);
    await expect(message.getByRole("link", { name: words.view })).toBeVisible();
  },
);
