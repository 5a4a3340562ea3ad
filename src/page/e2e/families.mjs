// Families as they would answer the interview, with what the clauses give them. What is not listed they do not know.
// `due`, `possible` and `notDue` hold, by the name of a policy, what its part of the results must say.

const yes = { option: '是' };
const no = { option: '否' };
const NANGANG = { place: '南岗区' };

export const CHILDREN = '您家有几个孩子';
export const SITUATIONS = '有没有下面的情况';
export const FIRST_BORN = '第 1 个：孩子的出生日期';
export const SECOND_BORN = '第 2 个：孩子的出生日期';
export const OWN_REGISTRATION = '您的户口现在落在';

export const TWO_CHILDREN = {
  day: '2026-11-21',
  answers: {
    [CHILDREN]: 2,
    [FIRST_BORN]: '2015-03-01',
    [SECOND_BORN]: '2025-06-01',
    '第 1 个：孩子的户口现在落在': NANGANG,
    '第 2 个：孩子的户口现在落在': NANGANG,
    由您一方全部扣除: { option: '全部由我' },
  },
  due: {
    // 哈卫规〔2026〕1号 第四条: 300 a month from the state, and 200 more from the city for a second child; to the third
    // birthday, 36 months at most: June 2025 to May 2028. The eldest is over three.
    哈尔滨市育儿补贴: /每月 500 元[^]*第 2 个：.*2028年5月/,
    // 国家方案: 3600 a year until three.
    国家育儿补贴: /每年 3600 元/,
    // 国发〔2023〕13号: 2000 a month for each child under three, one parent in full.
    '3岁以下婴幼儿照护个人所得税专项附加扣除': /2000/,
  },
  possible: {},
  notDue: {},
  // The city pays the national 300 within its 500: counted once.
  monthly: '每月一共 500 元',
};

export const PENSIONER = {
  day: '2026-11-21',
  answers: {
    [CHILDREN]: 0,
    您的出生日期: '1964-05-01',
    您现在住在: { place: '道里区' },
    [OWN_REGISTRATION]: { place: '道里区' },
    养老保险在: { place: '道里区' },
    个人账户里有多少元: '13900',
    一共缴费多少年: '15',
  },
  due: {
    // 二、(二): 183 a month in the nine districts; the account of 13900 divided by 139 is 100 more. 60 and over, 15 years.
    城乡居民基本养老保险: /每月 283 元/,
    // 老年人权益保障法 第二条: sixty and over.
    老年证及老年人优待: /主管部门/,
  },
  possible: {},
  // Without a child there is none to be paid for.
  notDue: { 哈尔滨市育儿补贴: /孩子/ },
  monthly: '每月一共 283 元',
};

export const ALLOWANCE_WITH_DISABLED_MEMBER = {
  day: '2026-11-21',
  answers: {
    [CHILDREN]: 0,
    [OWN_REGISTRATION]: NANGANG,
    '您家属于城市': { option: '城市' },
    家里共同生活的有几口人: '3',
    全家每月收入一共多少元: '600',
    符合低保的财产规定: yes,
    您家是低保家庭: yes,
    您有残疾人证: yes,
    您被认定为特困人员: no,
    您领取工伤生活护理费: no,
    您领取孤儿基本生活费: no,
  },
  due: {
    // 二、(十二): the standard of the nine districts is 860 a person and month, provisional; 3 × 860 − 600 = 1980.
    最低生活保障: /每月 1980 元[^]*暂时执行/,
    // The same: 100 a person and month for the disabled in dibao households, since 2025-04-11.
    困难残疾人生活补贴: /每(人每)?月 100 元/,
  },
  possible: {},
  notDue: {},
  monthly: '每月一共 2080 元',
};

export const ORPHAN_STUDENT = {
  // The standard of later years is set by the agency each year and is not configured.
  day: '2024-06-01',
  answers: {
    [CHILDREN]: 0,
    您的出生日期: '2005-03-01',
    [OWN_REGISTRATION]: NANGANG,
    孩子属于哪种情况: { option: '孤儿' },
    孩子由谁抚养: { option: '亲属' },
    '18周岁以前就被认定': yes,
    后来被收养: no,
    现在在读: { option: '全日制本科' },
  },
  due: {
    // 本次提标自2024年1月1日起: 2593 a month for orphans who do not live in an institution; over eighteen while studying.
    '孤儿(事实无人抚养儿童)基本生活费': /每月 2593 元[^]*2025年1月1日起的标准还没有查到/,
    // S4: 10000 for each school year, over eighteen, recognised before, not adopted, studying full time.
    '“福彩圆梦·孤儿助学工程”助学金': /10,?000 元/,
  },
  possible: {},
  // 老年人权益保障法 第二条: nineteen is not sixty.
  notDue: { 老年证及老年人优待: /还没有达到办证年龄/ },
  monthly: '每月一共 2593 元',
};

export const EXPECTING = {
  day: '2026-11-21',
  answers: {
    [CHILDREN]: 0,
    您的出生日期: '1996-02-10',
    您的性别: { option: '女' },
    您现在怀孕: yes,
    这次怀孕做过几次: '0',
    您想查询哪种假: { option: '产假' },
  },
  due: {
    // 黑龙江省: 180 days for women.
    '婚假、产假、护理假、育儿假、哺乳时间': /180 天/,
  },
  possible: {
    // 二、(五): one free test in a pregnancy for who meets the conditions of the project; nobody has configured these.
    孕妇无创产前基因免费筛查: /主管部门/,
  },
  notDue: { 哈尔滨市育儿补贴: /孩子/ },
  monthly: null,
};

export const PARENT_IN_HOSPITAL = {
  day: '2026-11-21',
  answers: {
    [CHILDREN]: 0,
    您的父母情况如何: 2,
    '第 1 个：父亲(母亲)的出生日期': '1960-01-01',
    '第 2 个：父亲(母亲)的出生日期': '1962-01-01',
    '第 1 个：父亲(母亲)现在住院': yes,
    '第 2 个：父亲(母亲)现在住院': no,
    您是独生子女: yes,
    今年这种假已经休了几天: '5',
  },
  due: {
    // 黑龙江省老年人权益保障条例: an only child has 20 days a year while a parent of sixty or over is in hospital; 5 are used.
    独生子女陪护假: /15 天|20 天/,
  },
  possible: {},
  notDue: {},
  monthly: null,
};

/** What the interview does not ask of everybody, it asks of who says to be in that situation: the only child has died. */
export const BEREAVED = {
  day: '2026-11-21',
  answers: {
    [CHILDREN]: 1,
    [SITUATIONS]: { situations: '孩子已去世' },
    如果孩子已去世: '2019-09-09',
    [FIRST_BORN]: '1988-04-04',
    您的出生日期: '1962-03-03',
    生活能够自理: { option: '部分' },
  },
  due: {},
  possible: {
    // 三、(五)2: for bereaved parents of sixty and over who cannot wholly care for themselves; the amount is not configured.
    失独父母失能护理补贴: /主管部门/,
  },
  notDue: { 哈尔滨市育儿补贴: /孩子/ },
  monthly: null,
};

export const FAMILIES = {
  'a family with a second child under three': TWO_CHILDREN,
  'a pensioner of 62': PENSIONER,
  'a dibao household with a disabled member': ALLOWANCE_WITH_DISABLED_MEMBER,
  'an orphan who studies': ORPHAN_STUDENT,
  'a woman who is expecting': EXPECTING,
  'an only child with a parent in hospital': PARENT_IN_HOSPITAL,
  'a couple that lost its only child': BEREAVED,
};
