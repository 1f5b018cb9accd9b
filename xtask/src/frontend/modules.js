// All modules of a page come in one file, which the page's head names, or which is fetched when
// somebody goes to the page.

/** The modules of each page that was opened, by name. */
const bundles = new Map();

/** Makes a page's loader look for modules in the page's file; `wrap` is the loader's own. */
export function ofPage(page, wrap) {
  return (load) =>
    wrap(() => {
      if (!bundles.has(page)) bundles.set(page, unpack(page));
      return load();
    });
}

/** The server's answer with a module. */
export async function module(name) {
  for (const modules of await Promise.all(bundles.values())) {
    const bytes = modules.get(name);
    if (bytes !== undefined) {
      // Each is asked for once, and again only when it could not be started.
      modules.delete(name);
      return new Response(bytes, {
        headers: { "content-type": "application/wasm" },
      });
    }
  }
  return fetch(new URL(`./${name}.wasm`, import.meta.url));
}

/** The modules in a page's file; none when it does not come. */
async function unpack(page) {
  const modules = new Map();
  try {
    const answer = await fetch(new URL(`./${page}.modules`, import.meta.url));
    if (!answer.ok) return modules;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const end = bytes.indexOf("\n".charCodeAt(0));
    let start = end + 1;
    for (const [name, length] of JSON.parse(
      new TextDecoder().decode(bytes.subarray(0, end)),
    )) {
      modules.set(name, bytes.subarray(start, start + length));
      start += length;
    }
  } catch {
    // They are fetched one by one.
  }
  return modules;
}
