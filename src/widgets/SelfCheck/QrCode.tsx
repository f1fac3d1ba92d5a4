import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Code {
  size: number;
  /** All dark modules as one SVG path, one stroke for each run in a row. */
  path: string;
}

/**
 * A QR code and what is said below it. Its encoder is loaded when there is something to encode; until then, and without
 * it, the place is empty.
 */
export function QrCode({
  text,
  label,
  children,
}: {
  text: string;
  label: string;
  children: ComponentChildren;
}) {
  const [code, setCode] = useState<Code>();
  useEffect(() => {
    let wanted = true;
    codeOf(text).then(
      (made) => wanted && setCode(made),
      () => wanted && setCode(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  if (!code) return null;
  return (
    <>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${code.size} ${code.size}`}
        shape-rendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={code.path} fill="#000" />
      </svg>
      {children}
    </>
  );
}

async function codeOf(text: string): Promise<Code> {
  const { encode } = await import('uqr');
  // Four modules of white around, as the standard asks.
  const { size, data } = encode(text, { ecc: 'L', border: 4 });
  const path = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return { size, path: path.join('') };
}
