import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, Capabilities, Key, Origin } from 'selenium-webdriver';
import { findWebKit } from '../../../src/scripts/floor.mjs';
import type { Driver, Tab } from './tab.ts';

export function webkit(): Driver {
  const programs = findWebKit();
  return { name: 'WebKitGTK', start: programs && (() => start(programs)) };
}

/** The toolbar of its window is wider than a phone, unless its buttons are next to nothing. */
const NARROW_TOOLBAR = '* { font-size: 1px; min-width: 0; padding: 0; margin: 0; border: 0 }';

async function start({ driver, screen }: { driver: string; screen: string }): Promise<Tab> {
  const settings = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(settings, 'gtk-3.0'));
  writeFileSync(join(settings, 'gtk-3.0/gtk.css'), NARROW_TOOLBAR);
  const started: ChildProcess[] = [];
  const clean = async () => {
    for (const child of started.reverse()) {
      if (child.exitCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
    rmSync(settings, { recursive: true });
  };

  try {
    const display = spawn(
      screen,
      ['-displayfd', '1', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    started.push(display);
    const [number] = await once(display.stdout, 'data');
    const port = await freePort();
    started.push(
      spawn(driver, ['-p', `${port}`], {
        stdio: 'ignore',
        env: { ...process.env, DISPLAY: `:${String(number).trim()}`, XDG_CONFIG_HOME: settings },
      }),
    );
    const server = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${server}/status`).catch(() => undefined))) await wait(20);

    const session = await new Builder()
      .usingServer(server)
      // It waits for ever for some pages: the journeys wait for what they need.
      .withCapabilities(new Capabilities({ browserName: 'MiniBrowser', pageLoadStrategy: 'none' }))
      .build();
    return {
      open: async (address) => {
        await session.get('about:blank');
        await session.get(address);
      },
      resize: async (width, height) => {
        // Of the height its toolbar takes some.
        await session.manage().window().setRect({ x: 0, y: 0, width, height });
      },
      evaluate: (expression) => session.executeScript(`return ${expression}`),
      pressAt: (x, y) =>
        session
          .actions()
          .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT })
          .click()
          .perform(),
      type: async (text) => {
        const keys = session.actions();
        for (const key of text) keys.sendKeys(key === '\n' ? Key.ENTER : key);
        await keys.perform();
      },
      close: async () => {
        await session.quit();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
