package minsheng.kernel;

/**
 * What every policy is: its description, and a decision of one case. The same case always gets the
 * same answer.
 */
public interface Rule {

  Policy policy();

  Assessment assess(Case situation);
}
