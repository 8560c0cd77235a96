import type { Entrance, House } from './house.js';

/** Runs a command's work in an open house and closes it again, whatever happens; notices go to the error output. `dataFolder` null: the configured one. */
export async function withHouse(entrance: Entrance, dataFolder: string | null, work: (house: House) => Promise<void>): Promise<void> {
  const house = entrance.openHouse(dataFolder, (line) => { entrance.output.writeError(`${line}\n`); });
  try {
    await work(house);
  } finally {
    house.close();
  }
}
