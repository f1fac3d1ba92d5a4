import { Fragment } from 'preact';
import type { SelfCheckNotice } from '../../calculator/index.ts';

interface Props {
  notice: SelfCheckNotice;
  links: { clause(id: string): string };
}

/** What results rest on and point to, beside the clauses: the rules, what to have ready, documents, whom to ask. */
export function Sources({ notice, links }: Props) {
  const { rules, documents, materials, contacts, wording } = notice;
  const named = (ids: string[] = []) =>
    documents
      .filter(({ id }) => ids.includes(id))
      .map(({ title, number }) => `《${title}》${number ? `（${number}）` : ''}`)
      .join('、');
  return (
    <>
      <h2 id="rules" tabIndex={-1}>
        判断规则
      </h2>
      {rules.map(({ id, title, asks, standing, cites, basis, originals, open }) => (
        <Fragment key={id}>
          <h3 id={`rule-${id}`} tabIndex={-1}>
            {title}
          </h3>
          <p>{asks}</p>
          <ul>
            <li>{wording.standings[standing].label}</li>
            {cites.map(({ clause, label, quote }) => (
              <li key={clause}>
                <a href={links.clause(clause)}>{`通知 ${label}`}</a>
                ：“{quote}”
              </li>
            ))}
            {basis && <li>数值取自{named(basis)}</li>}
            {originals && <li>以{named(originals)}的原文为准</li>}
            {open && <li>本站不确定，请问受理点：{open.join('；')}</li>}
          </ul>
        </Fragment>
      ))}
      <h2 id="materials" tabIndex={-1}>
        材料
      </h2>
      <ul>
        {materials.items.map(({ id, text, clause, clauseLabel }) => (
          <li key={id}>
            {text}（<a href={links.clause(clause)}>{`通知 ${clauseLabel}`}</a>）
          </li>
        ))}
      </ul>
      <h2 id="documents" tabIndex={-1}>
        文件和系统
      </h2>
      <ul>
        {documents.map(({ id, title, number, url, where }) => (
          <li id={`document-${id}`} tabIndex={-1} key={id}>
            {title}
            {number && `（${number}）`}
            {where && `：${where}`}
            {url && (
              <>
                ：
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {url}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <h2 id="contacts" tabIndex={-1}>
        联系方式
      </h2>
      <p>先问单位人事部门，再问您所属的受理点。还问不清，再打通知里的电话：</p>
      <ul>
        {contacts.map(({ id, name, phones }) => (
          <li key={id}>
            {name}：
            {phones.map((phone, index) => (
              <Fragment key={phone}>
                {index > 0 && '、'}
                <a href={`tel:+86${phone.replace(/^0|-/g, '')}`}>{phone}</a>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
