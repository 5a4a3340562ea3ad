// The households of the worked examples, as they would fill in the form.

export const CHILDCARE = '哈尔滨市育儿补贴';
export const ALLOWANCE = '最低生活保障';
export const RENTAL = '公租房(保障性住房)资格';

export const AS_OF = '按哪一天计算';
export const BORN = '孩子的出生日期是哪一天';
export const REGISTERED = '孩子的户口现在落在哪个区';
export const APPLIED = '这个孩子的补贴是哪一天申请的';
export const OWN_PLACE = '您的户口现在落在哪个区';
export const MEMBERS = '家里共同生活的有几口人';
export const PROPERTY = '家里的存款、房产、车辆符合低保的财产规定吗';

const yes = { option: '是' };
const no = { option: '否' };
const NANGANG = { place: '南岗区' };

export const bothParentsHere = { 孩子父母的户口是什么情况: { option: '双方都是哈尔滨户口' } };

export const firstChild = { [BORN]: '2015-03-01', [REGISTERED]: NANGANG };
export const secondChild = { [BORN]: '2023-05-15', [REGISTERED]: NANGANG };
export const onlyChild = { [BORN]: '2024-03-01', [REGISTERED]: NANGANG };

/** A city household in Nangang; income by month, property as given. */
export function allowanceHousehold({ members, income, property }) {
  return {
    [OWN_PLACE]: NANGANG,
    还是农村居民: { option: '城市' },
    [MEMBERS]: members,
    全家每月收入一共多少元: income,
    ...(property === undefined ? {} : { [PROPERTY]: property ? yes : no }),
  };
}

/** A city household in Nangang that owns nothing; income by year. */
export function rentalHousehold({ members, income }) {
  return {
    [OWN_PLACE]: NANGANG,
    还是农村居民: { option: '城市' },
    全家一年收入一共多少元: income,
    [MEMBERS]: members,
    家里有自有住房吗: no,
    家里有商铺等非住宅房产吗: no,
    家里买过经济适用房吗: no,
    家里正在享受住房保障吗: no,
    家里有自己的汽车吗: no,
    名下有企业: no,
  };
}
