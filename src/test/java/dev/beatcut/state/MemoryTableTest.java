package dev.beatcut.state;

class MemoryTableTest extends TableContract {

    private final Table table = new MemoryTable();

    @Override
    protected Table table() {
        return table;
    }
}
