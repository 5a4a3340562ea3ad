package minsheng.kernel;

import java.time.LocalDate;

/**
 * One case: what is known, the day it is asked about, and the law of one policy as of that day.
 *
 * @param asOf a day in Asia/Shanghai
 */
public record Case(LocalDate asOf, FactSet facts, Law law) {}
