import { linear } from '@/domain/expression/linear';
import { type Access, accessKinds, type Modality, modalities } from '@/records/model/schema';
import { type OrganizationRole, organizationKinds, organizationRoles } from '@/records/organization/schema';

/** What the words of a cell say in our vocabulary, and those that say nothing in it. */
export interface WordsRead<T> {
  read: T[];
  unread: string[];
}

type Words<T> = readonly (readonly [RegExp, readonly T[]])[];

const modalityWords: Words<Modality> = [
  [
    /^(?:text|language|nlp|llm|natural language(?: processing)?|chat|文本|语言|自然语言(?:处理)?|大?语言(?:模型)?|对话|text generation|文字)$/i,
    ['nlp'],
  ],
  [
    /^(?:image|images|vision|visual|cv|computer vision|picture|image generation|text-to-image|图像|图片|视觉|计算机视觉|文生图|图像生成)$/i,
    ['cv'],
  ],
  [/^(?:audio|speech|voice|tts|asr|music|sound|语音|音频|声音|语音识别|语音合成|音乐)$/i, ['speech']],
  [/^(?:video|text-to-video|video generation|视频|视频生成|文生视频)$/i, ['video']],
  [/^(?:code|coding|programming|代码|编程)$/i, ['code']],
  [
    /^(?:science|biology|chemistry|materials|medicine|physics|mathematics|earth science|科学|科学计算|生物|化学|材料|气象|ai4s|ai for science)$/i,
    ['science'],
  ],
  [/^(?:multimodal|multi-modal|multi modal|omni|vlm|mllm|多模态|跨模态|全模态|图文)$/i, ['multimodal']],
];

const accessWords: Words<Access> = [
  [/^(?:open weights?|open-weights?|开放权重|权重开放|开源权重)(?:\s*\(.*\))?$/i, ['open-weights']],
  [
    linear(
      /^(?:llama|gemma|qwen|deepseek|yi|glm|falcon|mistral|openrail|bigscience|creativeml|nvidia|tongyi|community|model|research|non-commercial|cc-by-nc)[\w .-]*(?:licen[cs]e|agreement|openrail-m|rail|许可|协议)(?:[\w .-]*)$/i,
    ),
    ['open-weights'],
  ],
  [/^(?:cc[ -]by-nc|openrail)[\w .-]*$/i, ['open-weights']],
  [
    /^(?:apache|mit|bsd|gpl|agpl|lgpl|mpl|cc0|cc[ -]by|unlicense|isc|mulan|木兰|epl)[\w .+-]*(?:licen[cs]e|许可|协议)?$/i,
    ['open-source'],
  ],
  [/^(?:open[ -]source|open|oss|开源|完全开源|全开源)(?:\s*\(.*\))?$/i, ['open-source']],
  [/^(?:api|api access|apis?|接口|api 调用|api服务)$/i, ['api']],
  [/^(?:hosted access(?: \(no api\))?|product|app|web|产品|应用|网页)$/i, ['product']],
  [/^(?:internal|internal only|内部|自用)$/i, ['internal']],
];

const roleWords: Words<OrganizationRole> = [
  [
    /^(?:vendors?|model vendor|developer|provider|supplier|厂商|模型厂商|供应商|服务商|开发商|提供商)$/i,
    ['vendor'],
  ],
  [/^(?:investors?|vc|venture capital|投资方|投资机构|投资人|投资者|资方)$/i, ['investor']],
  [/^(?:users?|customers?|client|用户|客户|应用方|使用方)$/i, ['user']],
  [/^(?:research|researcher|research institute|研究|研究机构|科研机构|科研)$/i, ['research']],
  [/^(?:distributors?|reseller|channel|渠道|分销|代理|经销商|渠道商)$/i, ['distributor']],
  [/^(?:public[ -]body|government|regulator|政府|监管|公共机构|政府机构)$/i, ['public-body']],
  [/^(?:employers?|雇主|用人单位)$/i, ['employer']],
];

const listMarks = linear(/[、，,;；\n|/+&＆]|\s(?:and|和|及)\s|->/);

function read<T extends string>(cell: string, own: readonly T[], words: Words<T>): WordsRead<T> {
  const found: WordsRead<T> = { read: [], unread: [] };
  const meaning = (text: string) => {
    const code = own.find((each) => each === text.toLowerCase().replaceAll(' ', '-'));
    return code ? [code] : words.find(([pattern]) => pattern.test(text))?.[1];
  };
  const whole = cell.trim();
  // A list as JSON, as an export of ours writes it.
  const list = /^\[.*\]$/.test(whole) ? whole.replaceAll(/^\[|\]$|"/g, '') : whole;
  const parts = meaning(list) ? [list] : list.split(listMarks);
  for (const part of parts) {
    const text = part.trim();
    if (text === '') continue;
    const said = meaning(text);
    if (said) found.read.push(...said.filter((each) => !found.read.includes(each)));
    else found.unread.push(text);
  }
  return found;
}

/** What a model takes in and gives out. */
export function modalitiesIn(cell: string): WordsRead<Modality> {
  return read(cell, modalities, modalityWords);
}

/** How others reach a model, by its licence or by such words: Apache 2.0, 开源, Open weights (unrestricted). */
export function accessIn(cell: string): WordsRead<Access> {
  return read(cell, accessKinds, accessWords);
}

/** What an organization does here. */
export function rolesIn(cell: string): WordsRead<OrganizationRole> {
  return read(cell, organizationRoles, roleWords);
}

type OrganizationKind = (typeof organizationKinds)[number];

const kindWords: readonly [RegExp, OrganizationKind][] = [
  [/高校|大学|学院|universit|academ/i, 'academia'],
  [/研究|实验室|\blab(?:s|oratory)?\b|institute/i, 'lab'],
  [/基金|资本|创投|风投|\bfund\b|\bcapital\b|\bventures?\b/i, 'fund'],
  [/云/, 'cloud'],
  [/初创|创业|startup|start-up/i, 'startup'],
  [/政府|government/i, 'government'],
];

/** What an organization is, by its code or a word in its name; null where nothing says so. */
export function organizationKindIn(text: string): OrganizationKind | null {
  const code = organizationKinds.find((each) => each === text.trim().toLowerCase().replaceAll(' ', '-'));
  return code ?? kindWords.find(([word]) => word.test(text))?.[1] ?? null;
}

const typeWords: readonly [RegExp, string][] = [
  [/^(?:round|equity|funding round|轮次|股权融资|融资)$/i, 'round'],
  [/in-?kind|实物|算力出资/i, 'in-kind'],
  [/cornerstone|基石/i, 'cornerstone'],
  [/^(?:ipo|initial public offering|首次公开(?:发行|募股)|上市)$/i, 'ipo'],
  [/^(?:reported|rumou?r|据报道|传闻)$/i, 'reported'],
  [/cumulative|累计|合计/i, 'cumulative'],
  [/acqui|merger|m&a|buyout|收购|并购|合并|被收购/i, 'merger'],
  [/secondary|transfer|转让|老股/i, 'transfer'],
  [/debt|loan|债|贷款/i, 'debt'],
];

/** The type of an event by its code or word; null for one that no event here is (a grant, a bankruptcy). */
export function eventTypeIn(text: string): string | null {
  const word = text.trim();
  return typeWords.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
