/** Where a key takes the focus among things in a row; undefined when the key does not move it. */
export function next<Item>(row: readonly Item[], from: Item, key: string): Item | undefined {
  const last = row.length - 1;
  const at = row.indexOf(from);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return row[Math.min(at + 1, last)];
    case 'ArrowUp':
    case 'ArrowLeft':
      return row[Math.max(at - 1, 0)];
    case 'Home':
      return row[0];
    case 'End':
      return row[last];
    default:
      return undefined;
  }
}
