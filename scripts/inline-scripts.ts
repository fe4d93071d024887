import { embedHeightScript } from '@/app/embed-code';
import { headScript } from '@/ui/head-script';

/** The texts of all scripts that stand in pages: the front lets these run, by their hashes, and no others. */
export const inlineScripts: readonly string[] = [headScript, embedHeightScript];
