/** @file A sandbox in its own process. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

/** A deadline in milliseconds that no test reaches. */
export const LONG = 20_000;

/**
 * Reads a JSON file of the repository.
 * @param {string} path
 */
export function read(path) {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}

/** @typedef {{ http: string, https: string, port: number, caFile: string }} Addresses */

/**
 * Starts a sandbox for the tests of a file.
 * @returns {Promise<Addresses>}
 */
export async function startSandbox() {
  const command = process.env.TELNYX_OAUTH_COMMAND;
  assert(command, 'TELNYX_OAUTH_COMMAND must name the command telnyx-oauth; run examples/node/test, which sets it');
  const sandbox = spawn(command, ['sandbox', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
  after(async () => {
    sandbox.kill('SIGINT');
    await once(sandbox, 'exit');
  });
  const [line] = await once(createInterface(sandbox.stdout), 'line');
  const { http, https, ca_file } = JSON.parse(line);
  return { http, https, port: Number(new URL(https).port), caFile: ca_file };
}

/**
 * Sends a scenario to the sandbox, in the format of a scenario file.
 * @param {Addresses} sandbox
 * @param {unknown} scenario
 */
export async function play(sandbox, scenario) {
  const response = await fetch(`${sandbox.http}/.sandbox/scenario`, { method: 'POST', body: JSON.stringify(scenario) });
  assert.equal(response.status, 204, await response.text());
}

/**
 * Returns the requests that the sandbox has received.
 * @param {Addresses} sandbox
 * @returns {Promise<{ target: string, headers: [string, string][] }[]>}
 */
export async function requests(sandbox) {
  const response = await fetch(`${sandbox.http}/.sandbox/requests`);
  return /** @type {Promise<any>} */ (response.json());
}

/**
 * The options of a client that trusts the sandbox's CA.
 * @param {Addresses} sandbox
 */
export function trusting(sandbox) {
  return { caFile: sandbox.caFile, maxRetries: 0, proxy: '' };
}
