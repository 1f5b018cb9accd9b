// The head of a page names one file with all modules that the page needs. Whoever goes on to
// another area fetches what is missing there module by module.

const bundle = document.getElementById("modules")?.href;
let unpacked;

/** The server's answer with a module. */
export async function module(name) {
  unpacked ??= unpack();
  const modules = await unpacked;
  const bytes = modules.get(name);
  if (bytes === undefined) {
    return fetch(new URL(`./${name}.wasm`, import.meta.url));
  }
  // Each is asked for once, and again only when it could not be started.
  modules.delete(name);
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}

/** The modules of the page's file by name; none when it does not come. */
async function unpack() {
  const modules = new Map();
  try {
    const answer = bundle && (await fetch(bundle));
    if (!answer?.ok) return modules;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const end = bytes.indexOf("\n".charCodeAt(0));
    let start = end + 1;
    for (const [name, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))) {
      modules.set(name, bytes.subarray(start, start + length));
      start += length;
    }
  } catch (error) {
    console.warn("The page's modules are fetched one by one:", error);
  }
  return modules;
}
