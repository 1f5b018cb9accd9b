import { spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** What `make test` has built; the place is the Makefile's. */
const PROGRAM =
  process.env.LICENSE_SERVER ??
  join(
    process.env.LICENSE_TARGET_DIR ??
      join(homedir(), ".cache/icp-license/target"),
    "debug/license-server",
  );

/** How often a server that starts is asked whether it is ready, in milliseconds. */
const READY_INTERVAL = 50;

/** One running license server with demo data, its own authority and its own data folder. */
export class LicenseServer {
  private output = "";

  private constructor(
    /** Where the pages are. */
    readonly url: string,
    /** Where the authority simulator's page is. */
    readonly authorityUrl: string,
    /** Database, secret key, service token. */
    readonly dataFolder: string,
    private readonly process: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    process.stdout?.on("data", keep);
    process.stderr?.on("data", keep);
  }

  /** Starts a server on free ports and waits until it is ready. */
  static async start(
    dataFolder: string,
    settings: Record<string, string> = {},
  ): Promise<LicenseServer> {
    const [port, authorityPort, metricsPort] = await freePorts(3);
    const process = spawn(PROGRAM, ["serve"], {
      cwd: dataFolder,
      env: {
        PATH: globalThis.process.env.PATH,
        RUST_LOG: "warn",
        LICENSE_DEMO: "true",
        LICENSE_DATA_DIR: dataFolder,
        LICENSE_LISTEN: `127.0.0.1:${port}`,
        LICENSE_AUTHORITY__SIMULATOR_LISTEN: `127.0.0.1:${authorityPort}`,
        LICENSE_METRICS__LISTEN: `127.0.0.1:${metricsPort}`,
        ...settings,
      },
    });
    const server = new LicenseServer(
      `http://127.0.0.1:${port}`,
      `http://127.0.0.1:${authorityPort}`,
      dataFolder,
      process,
    );
    await server.ready();
    return server;
  }

  /** Starts a server with a copy of a data folder, which is removed when it stops. */
  static async startWithCopy(template: string): Promise<LicenseServer> {
    const folder = await mkdtemp(join(tmpdir(), "license-test-"));
    await cp(template, folder, { recursive: true });
    return LicenseServer.start(folder);
  }

  /** Stops it; its data stays. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const exited = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
    await exited;
  }

  /** Stops it and removes its data. */
  async stopAndRemove(): Promise<void> {
    await this.stop();
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  /** The demo's token for the machine interface. */
  async serviceToken(): Promise<string> {
    const token = await readFile(
      join(this.dataFolder, "service-token"),
      "utf8",
    );
    return token.trim();
  }

  /** What it has written so far, for the report of a failed test. */
  log(): string {
    return this.output;
  }

  private async ready(): Promise<void> {
    for (;;) {
      if (this.process.exitCode !== null)
        throw new Error(`${PROGRAM} stopped at once:\n${this.output}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, READY_INTERVAL));
    }
  }
}

/** Ports that nobody listens on, all different. */
async function freePorts(count: number): Promise<number[]> {
  const listeners = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    listeners.map(
      (listener) =>
        new Promise<number>((resolve, reject) => {
          listener.once("error", reject);
          listener.listen(0, "127.0.0.1", () =>
            resolve((listener.address() as AddressInfo).port),
          );
        }),
    ),
  );
  await Promise.all(
    listeners.map(
      (listener) => new Promise((resolve) => listener.close(resolve)),
    ),
  );
  return ports;
}
