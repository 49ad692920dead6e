import { samplePerson } from '../../electron/backend/sample/sample-centre.ts'
import { quickHash } from '../backend/fixture.ts'

/** Options of a backend that fills a data folder in the name of the person who later signs in. */
export const asSamplePerson = { actor: samplePerson, hashCost: quickHash }
