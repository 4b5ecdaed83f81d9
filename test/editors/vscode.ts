import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { folder } from '../cli/klarlint.ts';

const root = join(import.meta.dirname, '../..');
/** Where `.ci/vscode-server` has put a VS Code server and a VS Code for the web. */
const PLACE = process.env['VSCODE_SERVER_DIR'] ?? join(root, 'node_modules/.cache/vscode-server');
const SERVER = join(PLACE, 'vscode');
const EXTENSION = join(root, 'vscode-extension');
const VSIX = join(EXTENSION, 'klarlint.vsix');
const COMMIT = '1911000000000000000000000000000000000000';

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'git.enabled': false,
  'files.autoSave': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
};

export interface Started {
  readonly page: Page;
  /** The folder that is open. */
  readonly workspace: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly files: Readonly<Record<string, string>>;
  /** The file to open. */
  readonly open: string;
  readonly settings?: object;
  /** Whether the folder is not trusted. */
  readonly restricted?: boolean;
  /** What else the workbench is told: an extension under development and its tests. */
  readonly payload?: readonly (readonly [string, string])[];
  readonly install?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
  /** Called before the workbench is opened. */
  prepare?(page: Page): Promise<void>;
}

/** Starts a real VS Code with the extension in it, in a browser. */
export async function startCode(options: StartOptions): Promise<Started> {
  mustExist(SERVER);
  const { files, open, settings, restricted, payload = [], install = true, size, env } = options;
  const place = folder({});
  const workspace = join(place, 'texter');
  mkdirSync(workspace);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, name), text);
  const data = join(place, 'data');
  mkdirSync(join(data, 'data/User'), { recursive: true });
  const trust = {
    'security.workspace.trust.enabled': restricted === true,
    'security.workspace.trust.startupPrompt': 'never',
  };
  writeFileSync(
    join(data, 'data/User/settings.json'),
    JSON.stringify({ ...SETTINGS, ...trust, ...settings }),
  );
  const main = join(SERVER, 'out/server-main.js');
  const common = ['--server-data-dir', data, '--accept-server-license-terms'];
  if (install)
    execFileSync(process.execPath, [main, ...common, '--install-extension', VSIX, '--force'], {
      stdio: 'pipe',
    });
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      main,
      ...common,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--telemetry-level',
      'off',
    ],
    { detached: true, stdio: 'ignore', env: { ...process.env, HOME: place, ...env } },
  );
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await stopGroup(server);
  };
  try {
    await answers(`http://127.0.0.1:${port}/`);
    browser = await launch();
    const page = await browser.newPage({ viewport: size ?? { width: 1280, height: 800 }, locale: 'sv-SE' });
    await options.prepare?.(page);
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
    const told = [
      ['openFile', remote(join(workspace, open))],
      ...payload.map(([key, path]) => [key, path.startsWith('/') ? remote(path) : path]),
    ];
    const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(told) });
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return { page, workspace, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts VS Code for the web with the extension in it: its server runs in a worker. */
export async function startWeb(files: Readonly<Record<string, string>>): Promise<Omit<Started, 'workspace'>> {
  const web = join(PLACE, 'web');
  mustExist(web);
  const workspace = folder(files);
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      join(web, 'node_modules/@vscode/test-web/out/server/index.js'),
      ...['--browser', 'none', '--quality', 'stable', '--commit', COMMIT],
      ...[
        '--testRunnerDataDir',
        join(web, '.vscode-test-web'),
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
      ],
      ...['--extensionDevelopmentPath', EXTENSION, workspace],
    ],
    { detached: true, stdio: 'ignore', cwd: web },
  );
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await stopGroup(server);
  };
  try {
    await answers(`http://127.0.0.1:${port}/`);
    browser = await launch();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function mustExist(path: string): void {
  if (!existsSync(path)) throw new Error(`${path} is missing. Run .ci/vscode-server.`);
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}

/** Stops a server and all that it has started: an extension host can outlive its server. */
async function stopGroup(server: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-server.pid!, signal);
    } catch {
      return;
    }
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The VS Code server does not answer.');
}
