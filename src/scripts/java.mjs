import { findOnPath, installWithApt } from './apt.mjs';
import { UserError } from './process.mjs';

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export const findJava = (env = process.env) => findOnPath('java', env);

/** Finds the Java that the tests run the checker of HTML with, installing Debian's package where it lacks. */
export async function ensureJava() {
  if (!findJava()) await installWithApt('检查网页', ['default-jre-headless']);
  if (!findJava()) {
    throw new UserError(
      '检查网页用的 vnu 要有 Java 17 以上，本机没有找到，也没能自动安装。请安装 default-jre-headless（Debian、Ubuntu 的软件包名）后重试。',
    );
  }
}
