package minsheng.kernel;

/** What a policy file says of the law in words of its own. */
public record Remark(String zh, String en) {}
