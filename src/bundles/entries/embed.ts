/** The script that a host page loads. It stands alone and runs as it is read, so it knows where it came from. */
import { defineElement } from '../../embed/index.ts';

defineElement((document.currentScript as HTMLScriptElement).src);
