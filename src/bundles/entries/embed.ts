/** The script that a host page loads, as a script or as a module. It stands alone and runs as it is read. */
import { defineElement, rootOfScript } from '../../embed/index.ts';

const root = rootOfScript();
if (root) defineElement(root);
