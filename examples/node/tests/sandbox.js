/** @file The embedded endpoint, as a process of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

/** Guards against a test that hangs. */
export const LONG = 20_000;

/**
 * A JSON file of the project.
 * @param {string} path
 */
export function read(path) {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}

/** @typedef {{ http: string, https: string, port: number, caFile: string }} Place */

/**
 * Starts it for the tests of a file.
 * @returns {Promise<Place>}
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
 * Takes a scenario, as a file would have it.
 * @param {Place} place
 * @param {unknown} scenario
 */
export async function play(place, scenario) {
  const response = await fetch(`${place.http}/.sandbox/scenario`, { method: 'POST', body: JSON.stringify(scenario) });
  assert.equal(response.status, 204, await response.text());
}

/**
 * The requests so far.
 * @param {Place} place
 * @returns {Promise<{ target: string, headers: [string, string][] }[]>}
 */
export async function requests(place) {
  const response = await fetch(`${place.http}/.sandbox/requests`);
  return /** @type {Promise<any>} */ (response.json());
}

/**
 * The options of a client that trusts the sandbox, and goes nowhere else.
 * @param {Place} place
 */
export function trusting(place) {
  return { caFile: place.caFile, maxRetries: 0, proxy: '' };
}
