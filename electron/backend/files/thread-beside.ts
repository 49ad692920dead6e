/** The file of a thread in the folder of the caller: TypeScript when running from sources, bundled in the program. */
export function threadBeside(caller: string, name: string): URL {
  return new URL(`./${name}.${caller.endsWith('.ts') ? 'ts' : 'js'}`, caller)
}
