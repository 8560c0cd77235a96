import { readFormat } from './read-format.js';

// The child in which files of foreign formats are read: one message in, one message out, ended by its parent when it takes too much.
process.on('message', ({ bytes, file }: { bytes: Uint8Array; file: string }) => {
  void readFormat(bytes, file).then(
    (reply) => process.send?.(reply),
    () => process.send?.({ items: [{ kind: 'skipped', skipped: { file, reason: 'The file is damaged and cannot be read; save it again.' } }], isScanned: false }),
  );
});
process.on('disconnect', () => { process.exit(0); });
