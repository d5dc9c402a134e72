// The worker protocol of bench/README.md. Node can get a CA certificate only from NODE_EXTRA_CA_CERTS.
const WARM_UP_CALLS = 200;
// After 200 discoveries, a discovery still takes twice as long.
const WARM_UP_DISCOVERIES = 2000;

// `prepare` returns the function to measure. `discover`, if given, discovers a resource with `requests` requests.
export async function work(prepare, { discover, requests } = {}) {
  const [mode, origin, count, concurrency] = process.argv.slice(2);
  const call = prepare(origin);
  if (mode === "cold") {
    await call();
  } else if (mode === "warm") {
    for (let i = 0; i < WARM_UP_CALLS; i++) await call();
    const times = new BigInt64Array(Number(count));
    for (let i = 0; i < times.length; i++) {
      const start = process.hrtime.bigint();
      await call();
      times[i] = process.hrtime.bigint() - start;
    }
    times.sort();
    console.log(String(times[times.length >> 1]));
  } else if (mode === "discover-many" && discover) {
    await discoverEach(discover, origin, 0, WARM_UP_DISCOVERIES, Number(concurrency));
    const [start, cpuStart] = [process.hrtime.bigint(), process.cpuUsage()];
    await discoverEach(discover, origin, WARM_UP_DISCOVERIES, Number(count), Number(concurrency));
    const [elapsed, cpu] = [process.hrtime.bigint() - start, process.cpuUsage(cpuStart)];
    const perSecond = Number(count) / (Number(elapsed) / 1e9);
    const perCpuSecond = (Number(count) * requests) / ((cpu.user + cpu.system) / 1e6);
    console.log(perSecond.toFixed(), perCpuSecond.toFixed());
  } else {
    throw new Error("usage: warm ORIGIN N | cold ORIGIN | discover-many ORIGIN COUNT CONCURRENCY");
  }
}

async function discoverEach(discover, origin, first, count, concurrency) {
  let next = first;
  const worker = async () => {
    while (next < first + count) await discover(new URL(`${origin}/r/${next++}`));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

export function expect(condition) {
  if (!condition) throw new Error("unexpected document");
}
