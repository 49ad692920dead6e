import { buildAll } from '../build/build.ts'

/** Once for all files of a part that needs the built program. */
export default async function buildProgram(): Promise<void> {
  await buildAll()
}
