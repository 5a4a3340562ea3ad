package minsheng.functions.nurseryoperatingsubsidy;

import minsheng.kernel.Money;

/** 每生每月: what is paid, and for how many children and months. */
record Subsidy(int childMonths, Money yuan) {

  static final Subsidy NONE = new Subsidy(0, Money.ZERO);

  static Subsidy ofMonth(int children, Money rate) {
    return new Subsidy(children, rate.times(children));
  }

  Subsidy plus(Subsidy other) {
    return new Subsidy(childMonths + other.childMonths, yuan.plus(other.yuan));
  }

  /** More money for the same children. */
  Subsidy raisedBy(Subsidy other) {
    return new Subsidy(childMonths, yuan.plus(other.yuan));
  }
}
