/** The table of headers as a block for nginx. */
import { CONTENT_TYPES, type HeaderRule, OTHER_TYPE } from './policy.ts';

interface Options {
  /** With a slash at both ends. */
  base: string;
  host?: string | undefined;
  rules: HeaderRule[];
}

/**
 * A file for nginx's `conf.d`: what depends on the path as maps, then a server with one location. All headers stand in
 * that location, because an `add_header` further in would silently replace those further out.
 */
export function nginxBlock({ base, host = '_', rules }: Options): string {
  const headers = rules.map((rule) => ({ ...rule, variable: variable(rule.name) }));
  const isMapped = ({ cases, httpsOnly }: HeaderRule) => cases.length > 0 || httpsOnly;
  const lines = [
    ...INTRODUCTION,
    '',
    ...headers.filter(isMapped).flatMap((header) => [...map(base, header), '']),
    // Volatile: asked again for the page that says so.
    '# 不给看的：隐藏文件、预压缩的副本本身、给别的服务器用的配置。',
    'map $uri $guide_refused {',
    '    volatile;',
    '    default 0;',
    '    "~/\\.(?!well-known/)" 1;',
    '    "~\\.(br|gz)$" 1;',
    `    "${base}_headers" 1;`,
    '}',
    '',
    'server {',
    '    listen 80;',
    '    listen [::]:80;',
    '    # 有证书时加上：listen 443 ssl; listen [::]:443 ssl; ssl_certificate …; ssl_certificate_key …;',
    `    server_name ${host};`,
    '',
    ...(base === '/'
      ? []
      : [
          `    location = ${base.slice(0, -1)} {`,
          '        absolute_redirect off;',
          `        return 301 ${base};`,
          '    }',
          '',
        ]),
    `    location ${base} {`,
    '        # 站点文件夹，末尾的斜杠不能少。',
    '        alias /var/www/title-guide/;',
    '        index index.html;',
    `        error_page 403 404 =404 ${base}404.html;`,
    '        if ($guide_refused) {',
    '            return 404;',
    '        }',
    '',
    '        # 装了 libnginx-mod-http-brotli-static，就去掉下一行的 #。',
    '        # brotli_static on;',
    '        gzip_static on;',
    '        gzip_vary on;',
    '        gzip off;',
    '',
    '        autoindex off;',
    '        absolute_redirect off;',
    '        server_tokens off;',
    '        sendfile on;',
    '        tcp_nopush on;',
    '',
    '        types {',
    ...Object.entries(CONTENT_TYPES).map(([ending, type]) => `            "${type}" ${ending};`),
    '        }',
    `        default_type ${OTHER_TYPE};`,
    '',
    ...headers.map((header) => {
      const value = isMapped(header) ? `$${header.variable}` : quote(header.otherwise);
      return `        add_header ${header.name} ${value} always;`;
    }),
    '    }',
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const INTRODUCTION = [
  '# 由构建生成，和这一份站点文件配套。放进 /etc/nginx/conf.d/，改好 server_name 和 alias 两行，再运行 nginx -t。',
  '# 已有自己的 server 时：map 留在这里，把 location 整段移进去。',
];

const variable = (name: string): string => `guide_${name.toLowerCase().replaceAll('-', '_')}`;

/** An empty value makes nginx leave the header out. */
function map(
  base: string,
  { variable, cases, otherwise, httpsOnly }: HeaderRule & { variable: string },
) {
  if (httpsOnly) {
    // A proxy in front that ends HTTPS says so in X-Forwarded-Proto.
    return [
      `map "$https $http_x_forwarded_proto" $${variable} {`,
      '    default "";',
      `    "~^on |https$" ${quote(otherwise)};`,
      '}',
    ];
  }
  return [
    `map $uri $${variable} {`,
    `    default ${quote(otherwise)};`,
    ...cases.map(
      ({ pattern, value }) => `    ${quote(`~${below(base, pattern)}`)} ${quote(value)};`,
    ),
    '}',
  ];
}

/** A pattern for the path below the base, as one for the whole path. */
function below(base: string, pattern: string): string {
  if (/[|(]\^/.test(pattern)) throw new Error(`“^” stands within the pattern ${pattern}`);
  return pattern.startsWith('^') ? `^${base.replace(/[.+]/g, '\\$&')}${pattern.slice(1)}` : pattern;
}

const quote = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
