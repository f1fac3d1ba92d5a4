/** A part of an address, decoded; as it stands where it cannot be: anybody may write `#%` behind an address. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
