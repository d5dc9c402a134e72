// The worker protocol of bench/README.md. A certificate authority comes to Node in NODE_EXTRA_CA_CERTS alone.
export async function work(prepare) {
  const [mode, origin, count] = process.argv.slice(2);
  const call = prepare(origin);
  if (mode === "cold") {
    await call();
  } else if (mode === "warm") {
    for (let i = 0; i < 200; i++) await call();
    const times = new BigInt64Array(Number(count));
    for (let i = 0; i < times.length; i++) {
      const start = process.hrtime.bigint();
      await call();
      times[i] = process.hrtime.bigint() - start;
    }
    times.sort();
    console.log(String(times[times.length >> 1]));
  } else {
    throw new Error("usage: warm ORIGIN N | cold ORIGIN");
  }
}

export function expect(condition) {
  if (!condition) throw new Error("not the document that was expected");
}
