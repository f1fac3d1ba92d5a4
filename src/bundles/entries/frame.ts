/** The script at the head of an embedded page: it runs before anything is painted, so that no other look flashes up. */
import { startFrame } from '../../embed/index.ts';

startFrame();
