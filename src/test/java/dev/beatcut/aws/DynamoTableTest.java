package dev.beatcut.aws;

import dev.beatcut.state.Table;
import dev.beatcut.state.TableContract;

class DynamoTableTest extends TableContract {

    private final Table table = DynamoDbLocal.table();

    @Override
    protected Table table() {
        return table;
    }
}
