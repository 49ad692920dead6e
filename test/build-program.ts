import { buildAll } from '../build/build.ts'

/** Runs once for all files of a part that needs the built program. */
export default async function buildProgram(): Promise<void> {
  await buildAll()
}
